"""What XGBoost's detector makes of two samples of the public adult table: the constants in
test/evaluation/detection/adult.test.ts.

    .venv/bin/python bench/reference/detect_on_real_table.py TRAIN.csv TEST.csv

As many rows of both: the first of TRAIN, and those of TEST, once as they are and once with each cell of two columns taken from
the row 1,000 rows before.
"""

import sys

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

ROLLED = ["occupation", "hours"]


def detect(real, other, seed):
    table = pd.concat([real, other], ignore_index=True)
    for c in table:
        if not pd.api.types.is_numeric_dtype(table[c]):
            table[c] = table[c].astype("category")
    labels = np.repeat([0, 1], [len(real), len(other)])
    aucs = []
    for fit, test in StratifiedKFold(3, shuffle=True, random_state=seed).split(table, labels):
        model = xgb.XGBClassifier(enable_categorical=True, tree_method="hist", n_jobs=1)
        model.fit(table.iloc[fit], labels[fit])
        aucs.append(roc_auc_score(labels[test], model.predict_proba(table.iloc[test])[:, 1]))
    return np.mean(aucs)


train, test = (pd.read_csv(path, na_values=["?"]) for path in sys.argv[1:3])
train = train.iloc[: len(test)]
rolled = test.assign(**{c: np.roll(test[c], 1000) for c in ROLLED})
for name, other in (("fresh", test), ("rolled", rolled)):
    print(name, np.mean([detect(train, other, seed) for seed in range(3)]))
