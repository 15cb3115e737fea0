"""Reference values for src/evaluation/learners, from XGBoost and scikit-learn on a small made-up table.

    .venv/bin/python bench/reference/make_learner_golden.py > test/fixtures/evaluation/learners.json

The table (null is missing) has numbers with and without missing cells and ties, a category of three values and one of
nine, and three targets; every third row is tested, the others are learnt from.
"""

import json
import warnings

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import r2_score, roc_auc_score
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
ROWS = 360
COLUMNS = ["amount", "visits", "score", "plan", "region"]


def make_table():
    rng = np.random.default_rng(4)
    amount = np.round(np.exp(rng.normal(3, 0.8, ROWS)), 1)
    visits = rng.poisson(3, ROWS).astype(float)
    score = np.round(rng.normal(50, 10, ROWS))
    plan = rng.choice(["basic", "full", "none"], ROWS)
    region = rng.choice(list("abcdefghi"), ROWS)
    plan[:3], region[:9] = ["basic", "full", "none"], list("abcdefghi")  # the order of appearance is the alphabet's
    pull = 0.05 * amount - 0.4 * visits + (plan == "full") + np.isin(region, list("aei")) * 1.5 + rng.normal(0, 1, ROWS)
    table = pd.DataFrame({"amount": amount, "visits": visits, "score": score, "plan": plan, "region": region})
    for name, share in (("amount", 0.12), ("plan", 0.1), ("region", 0.1)):
        table.loc[(rng.random(ROWS) < share) & (np.arange(ROWS) > 8), name] = None
    targets = {"binary": (pull > np.median(pull)).astype(int), "three": np.digitize(pull, [0, 1.5]), "amount": np.round(10 * pull, 2)}
    return table, targets


def boosted(table, targets, test):
    frame = table.copy()
    for c in ("plan", "region"):
        frame[c] = frame[c].astype("category")
    # Leaves of some size: splits of a few rows are ties between columns, which rounding decides.
    common = dict(tree_method="hist", enable_categorical=True, max_depth=3, verbosity=0, n_jobs=1)
    out = {}
    for name, target in targets.items():
        kind = xgb.XGBRegressor if name == "amount" else xgb.XGBClassifier
        for rounds in (1, 10):
            model = kind(n_estimators=rounds, min_child_weight=20.5 if name == "amount" else 5.1, **common).fit(frame[~test], target[~test])
            p = model.predict(frame[test]) if name == "amount" else model.predict_proba(frame[test])
            out[f"{name}{rounds}"] = (p[:, 1] if name == "binary" else p.ravel()).astype(float).round(7).tolist()
    return out


def design(table, test):
    """Numbers standardised by the rows learnt from, missing as their mean; one column per category and for its missing cells."""
    numbers = table[["amount", "visits", "score"]]
    numbers = numbers.fillna(numbers[~test].mean())
    scaled = StandardScaler().fit(numbers[~test]).transform(numbers)
    flags = [(table[c] == v).values.astype(float) for c in ("plan", "region") for v in sorted(table[c].dropna().unique())]
    missing = [table[c].isna().values.astype(float) for c in ("amount", "plan", "region")]
    return np.column_stack([scaled, *flags, *missing])


def linear(table, targets, test):
    x = design(table, test)
    out = {}
    for name in ("binary", "three"):
        model = LogisticRegression(C=1, tol=1e-10, max_iter=10_000).fit(x[~test], targets[name][~test])
        p = model.predict_proba(x[test])
        out[name] = (p[:, 1] if name == "binary" else p.ravel()).tolist()
    out["amount"] = Ridge(alpha=1).fit(x[~test], targets["amount"][~test]).predict(x[test]).tolist()
    return out


def as_json(frame):
    return {c: [None if v is None or v != v else v for v in frame[c].tolist()] for c in frame.columns}


table, targets = make_table()
test = np.arange(ROWS) % 3 == 0
trees, lines = boosted(table, targets, test), linear(table, targets, test)
y = {k: v[test] for k, v in targets.items()}
scores = {
    "auc": roc_auc_score(y["binary"], trees["binary1"]),
    "weightedAuc": roc_auc_score(y["three"], np.reshape(trees["three10"], (-1, 3)), multi_class="ovr", average="weighted"),
    "rSquared": r2_score(y["amount"], trees["amount10"]),
    "rmse": float(np.sqrt(np.mean((y["amount"] - trees["amount10"]) ** 2))),
}
print(
    json.dumps(
        {
            "table": as_json(table),
            "targets": {k: v.tolist() for k, v in targets.items()},
            "boosted": trees,
            "linear": lines,
            "scores": scores,
        }
    )
)
