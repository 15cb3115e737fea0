"""Reference values for src/evaluation/detection, on small made-up samples.

    .venv/bin/python bench/reference/make_detection_golden.py > test/fixtures/evaluation/detection.json

The variance of an AUC is DeLong's, by its definition over all pairs of rows; the AUC is scikit-learn's. pMSE is that of
scikit-learn's logistic regression on standardised numbers, with one term per category and one for missing cells
(null), and its expectation that of Snoke et al. 2018.
"""

import json
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

warnings.filterwarnings("ignore")


def delong(labels, scores):
    pairs = np.sign(scores[labels == 1][:, None] - scores[labels == 0][None, :]) / 2 + 0.5
    assert abs(pairs.mean() - roc_auc_score(labels, scores)) < 1e-12
    ones, zeros = pairs.mean(1), pairs.mean(0)
    return ones.var(ddof=1) / len(ones) + zeros.var(ddof=1) / len(zeros)


def pmse(amount, plan, labels, penalty):
    missing = np.isnan(amount)
    filled = np.where(missing, np.nanmean(amount), amount)
    design = [(filled - filled.mean()) / filled.std(), missing]
    design += [np.array([p == level for p in plan]) for level in sorted(set(plan))]
    design = np.array(design, dtype=float).T
    model = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=10_000).fit(design, labels)
    share = labels.mean()
    terms = 2 + len(set(plan)) - 1
    value = np.mean((model.predict_proba(design)[:, 1] - share) ** 2)
    return value, value / (terms * (1 - share) ** 2 * share / len(labels)), terms


rng = np.random.default_rng(5)
labels = np.array([0, 1] * 60 + [1] * 30)
scores = np.round(rng.normal(0, 1, len(labels)) + 0.7 * labels, 1)
sides = np.array([0] * 120 + [1] * 120)
amount = np.round(rng.normal(10, 2, 240) + 0.8 * sides, 1)
amount[rng.random(240) < 0.1] = np.nan
plan = np.where(rng.random(240) < 0.3 + 0.2 * sides, "basic", rng.choice(["full", "none"], 240))
value, ratio, terms = pmse(amount, plan, sides, 0.01)
print(
    json.dumps(
        {
            "delong": {
                "labels": labels.tolist(),
                "scores": scores.tolist(),
                "auc": roc_auc_score(labels, scores),
                "variance": delong(labels, scores),
            },
            "propensity": {
                "amount": [None if np.isnan(v) else v for v in amount.tolist()],
                "plan": plan.tolist(),
                "labels": sides.tolist(),
                "pmse": value,
                "ratio": ratio,
                "terms": terms,
            },
        }
    )
)
