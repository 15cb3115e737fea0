"""Reference values for src/evaluation, from SciPy, scikit-learn and SDMetrics on small made-up tables.

    python -m venv .venv && .venv/bin/pip install -r bench/reference/requirements.txt
    .venv/bin/python bench/reference/make_evaluation_golden.py > test/fixtures/evaluation/golden.json

The tables hold numbers with and without missing values and ties, categories with missing ones, a category that only
the synthetic table has, and a constant. The output has the tables (null is missing) beside the expected figures.
"""

import json
import math
import warnings
from collections import Counter

import numpy as np
import pandas as pd
from scipy.stats import ks_2samp, wasserstein_distance
from scipy.stats import chi2_contingency
from sdmetrics.column_pairs import ContingencySimilarity, CorrelationSimilarity
from sdmetrics.single_column import KSComplement, MissingValueSimilarity, TVComplement
from sklearn.feature_selection import f_classif
from sklearn.neighbors import NearestNeighbors

warnings.filterwarnings("ignore")
NUMERIC = ["amount", "visits", "score"]
CATEGORICAL = ["plan", "region"]


def make_table(seed, rows, shift, regions):
    rng = np.random.default_rng(seed)
    visits = rng.poisson(3 + shift, rows).astype(float)
    score = np.round(rng.normal(50, 10, rows) + 3 * visits, 2)
    amount = np.round(np.exp(rng.normal(3 + shift / 2, 0.8, rows)), 1)
    amount[rng.random(rows) < 0.15] = np.nan
    plan = np.where(visits > 3, rng.choice(["basic", "full"], rows, p=[0.2, 0.8]), rng.choice(["basic", "none"], rows))
    plan = [None if miss else str(p) for p, miss in zip(plan, rng.random(rows) < 0.1)]
    region = [str(r) for r in rng.choice(regions, rows)]
    columns = {"amount": amount, "visits": visits, "score": score, "plan": plan, "region": region}
    return pd.DataFrame({**columns, "fixed": np.full(rows, 7.0)})


def single(real, other):
    out = {}
    for c in NUMERIC:
        a, b = real[c].dropna(), other[c].dropna()
        complement = KSComplement.compute(real[c], other[c])
        assert abs(complement - (1 - ks_2samp(a, b).statistic)) < 1e-12
        out[c] = {"ksComplement": complement, "wasserstein": wasserstein_distance(a, b)}
    for c in CATEGORICAL:
        p, q = (Counter(x[c].fillna("<missing>")) for x in (real, other))
        tv = sum(abs(p[v] / len(real) - q[v] / len(other)) for v in set(p) | set(q)) / 2
        if real[c].notna().all():  # SDMetrics leaves missing cells out; without any the two agree.
            assert abs(1 - tv - TVComplement.compute(real[c], other[c])) < 1e-6
        out[c] = {"tvComplement": 1 - tv}
    for c in real.columns:
        out.setdefault(c, {})["missingSimilarity"] = MissingValueSimilarity.compute(real[c], other[c])
    return out


def cramers_v(frame, a, b):
    """Bergsma 2013, from SciPy's chi-square without Yates' correction."""
    table = pd.crosstab(frame[a], frame[b])
    n, (r, k) = table.values.sum(), table.shape
    phi = chi2_contingency(table, correction=False).statistic / n
    phi = max(0, phi - (k - 1) * (r - 1) / (n - 1))
    return math.sqrt(phi / min(k - (k - 1) ** 2 / (n - 1) - 1, r - (r - 1) ** 2 / (n - 1) - 1))


def correlation_ratio(frame, number, category):
    """From the F statistic of a one-way analysis of variance."""
    rows = frame[[number, category]].dropna()
    groups, n = rows[category].nunique(), len(rows)
    f = f_classif(rows[[number]], rows[category])[0][0] * (groups - 1)
    return math.sqrt(f / (f + n - groups))


def association(frame, a, b):
    if a in NUMERIC and b in NUMERIC:
        return abs(frame[a].corr(frame[b]))
    if a in NUMERIC:
        return correlation_ratio(frame, a, b)
    return cramers_v(frame, a, b)


def cut(frame, edges):
    """Ten bins of the training range, values outside clipped, missing kept."""
    out = frame.copy()
    for c in NUMERIC:
        out[c] = [None if math.isnan(v) else f"bin {np.digitize(v, edges[c][1:-1])}" for v in frame[c]]
    return out


def pair_error(real, other, edges, a, b):
    if a in NUMERIC and b in NUMERIC:
        error = abs(real[a].corr(real[b]) - other[a].corr(other[b])) / 2
        if not real[[a, b]].isna().any().any():
            assert abs(1 - error - CorrelationSimilarity.compute(real[[a, b]], other[[a, b]])) < 1e-9
        return error
    binned_real, binned_other = (cut(x, edges)[[a, b]].fillna("<missing>") for x in (real, other))
    return 1 - ContingencySimilarity.compute(binned_real, binned_other)


def nearest(real, rows):
    """Manhattan distance to the nearest real row: number / range, category 0 or 1."""
    low, span = real[NUMERIC].min(), real[NUMERIC].max() - real[NUMERIC].min()
    levels = {c: sorted(set(real[c]) | set(rows[c])) for c in CATEGORICAL}

    def place(x):
        flags = [[(0.5 if v == level else 0.0) for level in levels[c]] for c in CATEGORICAL for v in x[c]]
        blocks, at = [], 0
        for c in CATEGORICAL:
            blocks.append(np.array(flags[at : at + len(x)]))
            at += len(x)
        return np.hstack([((x[NUMERIC] - low) / span).values, *blocks])

    search = NearestNeighbors(n_neighbors=1, metric="manhattan").fit(place(real))
    return search.kneighbors(place(rows))[0][:, 0]


def as_json(frame):
    return {c: [None if v is None or v != v else v for v in frame[c].tolist()] for c in frame.columns}


training = make_table(1, 90, 0.0, ["north", "south", "east"])
holdout = make_table(2, 50, 0.0, ["north", "south", "east"])
synthetic = make_table(3, 70, 0.6, ["north", "south", "west"])
synthetic = pd.concat([synthetic, training.iloc[:10]], ignore_index=True)
pairs = [(a, b) for i, a in enumerate(NUMERIC + CATEGORICAL) for b in (NUMERIC + CATEGORICAL)[i + 1 :]]
bins = {c: np.histogram_bin_edges(training[c].dropna(), 10) for c in NUMERIC}
complete = [t.dropna().reset_index(drop=True) for t in (training, synthetic)]

print(
    json.dumps(
        {
            "training": as_json(training),
            "holdout": as_json(holdout),
            "synthetic": as_json(synthetic),
            "single": {"synthetic": single(training, synthetic), "holdout": single(training, holdout)},
            "pairs": [
                {
                    "first": a,
                    "second": b,
                    "training": association(training, a, b),
                    "synthetic": association(synthetic, a, b),
                    "holdout": association(holdout, a, b),
                    "error": pair_error(training, synthetic, bins, a, b),
                    "holdoutError": pair_error(training, holdout, bins, a, b),
                }
                for a, b in pairs
            ],
            "copies": float(np.mean([tuple(r) in set(map(tuple, training.astype(str).values)) for r in synthetic.astype(str).values])),
            "completeRows": {"training": as_json(complete[0]), "synthetic": as_json(complete[1])},
            "nearestOfComplete": nearest(*complete).tolist(),
        },
        indent=1,
    )
)
