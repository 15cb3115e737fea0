"""Reference values for src/evaluation/utility and src/evaluation/fairness, from scikit-learn, SciPy and fairlearn.

    python -m venv .venv && .venv/bin/pip install -r bench/reference/requirements-utility.txt
    .venv/bin/python bench/reference/make_utility_golden.py > test/fixtures/evaluation/utility.json

An environment of its own, as fairlearn wants an older SciPy than the other references. Predictions of made-up rows, with ties, by two and by three classes and of amounts; each row counts as often as `weights`
says. Decisions are the likeliest class.
"""

import json

import numpy as np
from fairlearn.metrics import demographic_parity_difference, equalized_odds_difference
from scipy.stats import spearmanr
from sklearn.metrics import mean_squared_error, r2_score, roc_auc_score

ROWS = 120
rng = np.random.default_rng(7)
weights = rng.poisson(1, ROWS)
group = rng.choice(["a", "b", "c"], ROWS, p=[0.5, 0.3, 0.2])

binary = rng.integers(0, 2, ROWS)
chance = np.round(np.clip(0.5 + 0.2 * (binary - 0.5) + 0.1 * (group == "a") + rng.normal(0, 0.25, ROWS), 0.01, 0.99), 2)
three = rng.choice(3, ROWS, p=[0.6, 0.3, 0.1])
chances = rng.dirichlet([1, 1, 1], ROWS) + np.eye(3)[three] * 0.4
chances /= chances.sum(1, keepdims=True)
amount = np.round(rng.normal(20, 5, ROWS), 2)
guess = np.round(amount + rng.normal(0, 4, ROWS), 2)
first, second = np.round(rng.normal(0, 1, (2, 15)), 1)
second = np.round(second + first, 1)


def auc(truth, scores, **options):
    if scores.ndim == 1:
        return roc_auc_score(truth, scores, **options)
    parts = [(roc_auc_score(truth == k, scores[:, k], **options), (truth == k)) for k in range(scores.shape[1])]
    counts = options.get("sample_weight", np.ones(len(truth)))
    weighted = sum(value * counts[own].sum() for value, own in parts) / counts.sum()
    if not options:
        assert abs(weighted - roc_auc_score(truth, scores, multi_class="ovr", average="weighted")) < 1e-12
    return weighted


def fairness(truth, decided):
    """fairlearn judges two classes; of more, each against the rest, the largest difference."""
    kinds = [1] if truth.max() == 1 else range(truth.max() + 1)
    both = [
        [measure(truth == k, decided == k, sensitive_features=group) for k in kinds]
        for measure in (demographic_parity_difference, equalized_odds_difference)
    ]
    return {"demographicParity": max(both[0]), "equalisedOdds": max(both[1])}


print(
    json.dumps(
        {
            "weights": weights.tolist(),
            "group": group.tolist(),
            "binary": {
                "truths": binary.tolist(),
                "chances": chance.tolist(),
                "auc": auc(binary, chance),
                "weightedAuc": auc(binary, chance, sample_weight=weights),
                **fairness(binary, (chance > 0.5).astype(int)),
            },
            "three": {
                "truths": three.tolist(),
                "chances": chances.ravel().tolist(),
                "auc": auc(three, chances),
                "weightedAuc": auc(three, chances, sample_weight=weights),
                **fairness(three, chances.argmax(1)),
            },
            "amount": {
                "truths": amount.tolist(),
                "guesses": guess.tolist(),
                "r2": r2_score(amount, guess),
                "weightedR2": r2_score(amount, guess, sample_weight=weights),
                "rmse": float(np.sqrt(mean_squared_error(amount, guess))),
            },
            "ranks": {
                "first": first.tolist(),
                "second": second.tolist(),
                "spearman": float(spearmanr(first, second).statistic),
            },
        },
        indent=1,
    )
)
