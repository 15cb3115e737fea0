"""Reference values for src/evaluation/diversity on two small made-up tables without missing cells.

    .venv/bin/python bench/reference/make_diversity_golden.py > test/fixtures/evaluation/diversity.json

alpha-precision and beta-recall are synthcity's lines (eval_statistical.AlphaPrecision, the naive variant: one-hot, min-max,
the mean as centre), density and coverage are prdc's (compute_prdc), the Vendi score is vendi_score's, each in numpy and
scikit-learn.
"""

import json

import numpy as np
import pandas as pd
from sklearn.metrics import pairwise_distances
from sklearn.neighbors import NearestNeighbors

NUMERIC = ["amount", "score"]
CATEGORICAL = ["plan", "region"]


def make_table(seed, rows, shift):
    rng = np.random.default_rng(seed)
    score = np.round(rng.normal(50 + 4 * shift, 10, rows), 2)
    amount = np.round(np.exp(rng.normal(3 + shift, 0.8, rows)) + score / 10, 2)
    plan = rng.choice(["basic", "full", "none"], rows, p=[0.5, 0.3 + shift / 5, 0.2 - shift / 5])
    region = rng.choice(["north", "south", "east", "west"], rows)
    return pd.DataFrame({"amount": amount, "score": score, "plan": plan, "region": region})


def place(real, rows):
    low, high = real[NUMERIC].min(), real[NUMERIC].max()
    flags = [pd.get_dummies(pd.Categorical(rows[c], categories=sorted(real[c].unique()))).values for c in CATEGORICAL]
    return np.hstack([((rows[NUMERIC] - low) / (high - low)).values, *flags]).astype(float)


def alpha_scores(x, y):
    alphas = np.linspace(0, 1, 30)
    centre, other_centre = x.mean(0), y.mean(0)
    radii = np.quantile(np.sqrt(((x - centre) ** 2).sum(1)), alphas)
    to_centre = np.sqrt(((y - centre) ** 2).sum(1))
    precision = [(to_centre <= r).mean() for r in radii]
    own = NearestNeighbors(n_neighbors=2).fit(x).kneighbors(x)[0][:, 1]
    near, index = NearestNeighbors(n_neighbors=1).fit(y).kneighbors(x)
    other_radii = np.quantile(np.sqrt(((y - other_centre) ** 2).sum(1)), alphas)
    closest = np.sqrt(((y[index[:, 0]] - other_centre) ** 2).sum(1))
    recall = [((near[:, 0] <= own) & (closest <= r)).mean() for r in other_radii]
    score = lambda curve: float(1 - np.abs(alphas - np.array(curve)).sum() / alphas.sum())
    return {"alphaPrecision": score(precision), "betaRecall": score(recall)}


def density_and_coverage(x, y, k=5):
    own = pairwise_distances(x)
    radii = np.partition(own, k, axis=-1)[:, k]
    between = pairwise_distances(x, y)
    return {
        "density": float((1 / k) * (between < radii[:, None]).sum(axis=0).mean()),
        "coverage": float((between.min(axis=1) < radii).mean()),
    }


def vendi(kernel):
    shares = np.linalg.eigvalsh(kernel / len(kernel))
    shares = shares[shares > 0]
    return float(np.exp(-(shares * np.log(shares)).sum()))


real = make_table(1, 240, 0.0)
tables = {"synthetic": make_table(2, 240, 0.4), "copies": real.iloc[::-1]}
gaps = np.array([0, 0, 10, 10, 20, 20.0])
low, span = real[NUMERIC].min(), real[NUMERIC].max() - real[NUMERIC].min()
manhattan = pairwise_distances(place(real, real) * ([1, 1] + [0.5] * 7), metric="manhattan")
out = {
    "training": real.to_dict("list"),
    "synthetic": tables["synthetic"].to_dict("list"),
    "expected": {
        name: {**alpha_scores(place(real, real), place(real, t)), **density_and_coverage(place(real, real), place(real, t))}
        for name, t in tables.items()
    },
    "vendi": {
        "line": vendi(np.exp(-np.abs(gaps[:, None] - gaps))),
        "three": vendi(np.array([[1, 0.9, 0], [0.9, 1, 0], [0, 0, 1]])),
        "training": vendi(np.exp(-manhattan)),
    },
}
print(json.dumps(out))
