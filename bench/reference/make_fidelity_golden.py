"""Reference values for src/evaluation/single-column and fidelity, from SciPy and SDMetrics, on small made-up tables.

    .venv/bin/python bench/reference/make_fidelity_golden.py > test/fixtures/evaluation/fidelity.json
"""

import json
import warnings
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.special import gammaincc
from scipy.spatial.distance import jensenshannon
from scipy.stats import chi2_contingency
from sdmetrics.single_column import BoundaryAdherence, CategoryCoverage, RangeCoverage

warnings.filterwarnings("ignore")
rng = np.random.default_rng(4)

COUNTS = [
    ([10, 20, 30, 0], [12, 18, 25, 5]),
    ([500, 300, 200], [480, 330, 190]),
    ([5, 5], [9, 1]),
    ([1000, 0, 3, 0], [900, 0, 0, 7]),
    (rng.integers(0, 40, 60).tolist(), rng.integers(0, 40, 60).tolist()),
]


def compare_counts(first, second):
    table = np.array([first, second], dtype=float)
    test = chi2_contingency(table[:, table.sum(axis=0) > 0], correction=False)
    return {
        "first": first,
        "second": second,
        "jensenShannon": float(jensenshannon(first, second, base=2)),
        "statistic": float(test.statistic),
        "degreesOfFreedom": int(test.dof),
        "pValue": float(test.pvalue),
    }


def compare_numbers(shift, scale, size):
    real = np.round(rng.normal(0, 1, 80), 3)
    other = np.round(rng.normal(shift, scale, size), 3)
    return {
        "real": real.tolist(),
        "other": other.tolist(),
        "rangeCoverage": float(RangeCoverage.compute(pd.Series(real), pd.Series(other))),
        "boundaryAdherence": float(BoundaryAdherence.compute(pd.Series(real), pd.Series(other))),
    }


def compare_categories():
    real, other = rng.choice(list("abcdefgh"), 40).tolist(), rng.choice(list("abcde"), 12).tolist()
    return {
        "real": real,
        "other": other,
        "categoryCoverage": float(CategoryCoverage.compute(pd.Series(real), pd.Series(other))),
    }


def marginal_score(real, other, levels, k):
    """NIST's k-marginal score: (2 - mean L1) * 500."""
    distances = []
    for columns in combinations(range(len(levels)), k):
        shape = [levels[c] for c in columns]
        share = lambda x: np.bincount(np.ravel_multi_index(x[list(columns)], shape), minlength=int(np.prod(shape))) / x.shape[1]
        distances.append(np.abs(share(real) - share(other)).sum())
    return float((2 - np.mean(distances)) * 500)


levels = [3, 4, 2, 5]
coded = [np.array([rng.binomial(n - 1, p, rows) for n in levels]) for p, rows in ((0.4, 150), (0.5, 90))]
print(
    json.dumps(
        {
            "counts": [compare_counts(*pair) for pair in COUNTS],
            "numbers": [compare_numbers(*case) for case in ((0, 1, 60), (0.5, 0.3, 40), (0, 3, 50))],
            "categories": compare_categories(),
            "upperGamma": [[a, x, float(gammaincc(a, x))] for a in (0.5, 1, 3.5, 40, 600) for x in (0.1, 1, 4, 39, 700)],
            "marginals": {
                "levels": levels,
                "training": coded[0].tolist(),
                "synthetic": coded[1].tolist(),
                "two": marginal_score(*coded, levels, 2),
                "three": marginal_score(*coded, levels, 3),
            },
        }
    )
)
