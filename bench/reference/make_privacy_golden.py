"""Reference values for the attacks of src/evaluation/privacy, with NumPy and scikit-learn, by Anonymeter's formulas.

    python -m venv .venv && .venv/bin/pip install -r bench/reference/requirements.txt
    .venv/bin/python bench/reference/make_privacy_golden.py > test/fixtures/evaluation/privacy-golden.json

Every row of the made-up tables is attacked, and number columns are fine enough that no two neighbours tie, so nothing is
left to chance. Thirty synthetic rows are training rows.
"""

import json

import numpy as np
import pandas as pd
from scipy.stats import norm
from sklearn.metrics import roc_auc_score, roc_curve

NUMERIC = ["height", "weight", "income"]
CATEGORICAL = ["plan", "region"]
KNOWN = ["height", "region"]


def make_table(seed, rows):
    rng = np.random.default_rng(seed)
    height = rng.normal(170, 10, rows).round(4)
    weight = (height - 100 + rng.normal(0, 9, rows)).round(4)
    income = np.exp(rng.normal(7, 0.5, rows)).round(4)
    plan = np.where(income > 1100, rng.choice(["full", "basic"], rows, p=[0.7, 0.3]), rng.choice(["basic", "none"], rows))
    region = rng.choice(["north", "south", "east"], rows)
    return pd.DataFrame({"height": height, "weight": weight, "income": income, "plan": plan, "region": region})


def gower(rows, others, columns):
    """Sum over columns: difference / training range, or 0 and 1."""
    span = training[NUMERIC].max() - training[NUMERIC].min()
    total = np.zeros((len(rows), len(others)))
    for c in columns:
        a, b = rows[c].to_numpy(object)[:, None], others[c].to_numpy(object)[None, :]
        total += np.abs(a - b).astype(float) / span[c] if c in NUMERIC else (a != b).astype(float)
    return total


def success_rate(successes, attempts):
    z = norm.ppf(0.975)
    rate = (successes + z * z / 2) / (attempts + z * z)
    error = z / (attempts + z * z) * np.sqrt(successes * (attempts - successes) / attempts + z * z / 4)
    return rate, error


def risk(attack, control):
    (a, ea), (c, ec) = success_rate(*attack), success_rate(*control)
    return {"value": (a - c) / (1 - c), "error": np.hypot(ea / (1 - c), ec * (1 - a) / (1 - c) ** 2)}


def link(rows):
    one, other = (gower(rows, synthetic, columns).argmin(1) for columns in (KNOWN, [c for c in training if c not in KNOWN]))
    return int((one == other).sum()), len(rows)


def infer(rows, secret, known):
    guess = synthetic[secret].to_numpy(object)[gower(rows, synthetic, known).argmin(1)]
    truth = rows[secret].to_numpy(object)
    right = np.abs(guess - truth) / (guess + 1e-12) <= 0.05 if secret in NUMERIC else guess == truth
    return int(right.sum()), len(rows)


def attacked(attack):
    outcomes = [attack(training), attack(holdout)]
    return {"attack": outcomes[0][0], "control": outcomes[1][0], "risk": risk(*outcomes)}


def delong(positive, negative):
    """The structural components, pair by pair."""
    wins = (positive[:, None] > negative[None, :]) + 0.5 * (positive[:, None] == negative[None, :])
    error = norm.ppf(0.975) * np.sqrt(wins.mean(1).var(ddof=1) / len(positive) + wins.mean(0).var(ddof=1) / len(negative))
    labels, scores = np.r_[np.ones(len(positive)), np.zeros(len(negative))], np.r_[positive, negative]
    assert abs(wins.mean() - roc_auc_score(labels, scores)) < 1e-12
    rates = roc_curve(labels, scores, drop_intermediate=False)
    tpr = {str(rate): float(np.interp(rate, rates[0], rates[1])) for rate in (0.01, 0.05, 0.31)}
    return {"auc": float(wins.mean()), "error": float(error), "tpr": tpr}


training, holdout, synthetic = make_table(1, 90), make_table(2, 90), make_table(3, 90)
synthetic = pd.concat([synthetic, training.iloc[:30]], ignore_index=True)
rng = np.random.default_rng(4)
scores = {"positives": rng.integers(2, 22, 130) / 10, "negatives": rng.integers(0, 20, 170) / 10}

print(
    json.dumps(
        {
            "training": training.to_dict("list"),
            "holdout": holdout.to_dict("list"),
            "synthetic": synthetic.to_dict("list"),
            "known": KNOWN,
            "linkability": attacked(link),
            "inference": {
                secret: attacked(lambda rows: infer(rows, secret, [c for c in training if c != secret])) for secret in training
            },
            "inferenceFromKnown": {
                secret: attacked(lambda rows: infer(rows, secret, KNOWN)) for secret in training if secret not in KNOWN
            },
            "scores": {side: values.tolist() for side, values in scores.items()},
            "roc": delong(scores["positives"], scores["negatives"]),
        },
        indent=1,
    )
)
