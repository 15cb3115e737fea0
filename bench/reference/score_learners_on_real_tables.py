"""What XGBoost and scikit-learn score on three public tables: the constants of test/evaluation/learners/real-tables.test.ts.

    .venv/bin/python bench/reference/score_learners_on_real_tables.py FOLDER

Adult is learnt from train.csv and tested on test.csv; of the other tables every fifth row is tested. Blank cells and adult's
`?` are missing. Linear models see numbers standardised (missing as the mean) and one column for every category and for
the missing cells of a column.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import r2_score, roc_auc_score
from sklearn.preprocessing import StandardScaler

folder = Path(sys.argv[1])


def read(path):
    return pd.read_csv(folder / path, keep_default_na=False, na_values=["", " ", "?"])


def split(table):
    test = np.arange(len(table)) % 5 == 0
    return table, test


def design(frame, test):
    parts = []
    for name, column in frame.items():
        if column.dtype != "category":
            filled = column.fillna(column[~test].mean()).to_frame()
            parts.append(StandardScaler().fit(filled[~test]).transform(filled)[:, 0])
        else:
            parts += [(column == v).values.astype(float) for v in column.cat.categories if (column[~test] == v).any()]
        if column[~test].isna().any():
            parts.append(column.isna().values.astype(float))
    return np.column_stack(parts)


def prepare(table, target, test, without=()):
    frame = table.drop(columns=[target, *without])
    for c in frame.columns:
        if not pd.api.types.is_numeric_dtype(frame[c]):
            frame[c] = frame[c].astype("category")
    return frame


def classify(table, target, test, y, without=()):
    frame = prepare(table, target, test, without)
    x = design(frame, test)
    models = {
        "xgboost": (xgb.XGBClassifier(tree_method="hist", enable_categorical=True), frame),
        "histGradientBoosting": (HistGradientBoostingClassifier(categorical_features="from_dtype", random_state=0), frame),
        "logistic": (LogisticRegression(C=1, max_iter=5000), x),
    }
    fit = lambda m, d: m.fit(d[~test], y[~test]).predict_proba(d[test])[:, 1]
    return {name: round(roc_auc_score(y[test], fit(m, d)), 5) for name, (m, d) in models.items()}


def regress(table, target, test):
    frame, y = prepare(table, target, test), table[target].values
    x = design(frame, test)
    models = {
        "xgboost": (xgb.XGBRegressor(tree_method="hist", enable_categorical=True), frame),
        "histGradientBoosting": (HistGradientBoostingRegressor(categorical_features="from_dtype", random_state=0), frame),
        "ridge": (Ridge(alpha=1), x),
    }
    return {name: round(r2_score(y[test], m.fit(d[~test], y[~test]).predict(d[test])), 5) for name, (m, d) in models.items()}


train, held = read("adult/train.csv"), read("adult/test.csv")
adult, adult_test = pd.concat([train, held], ignore_index=True), np.arange(len(train) + len(held)) >= len(train)
telco, telco_test = split(read("tables/telco_churn.csv"))
for c in ("SeniorCitizen",):
    telco[c] = telco[c].astype(str)
houses, houses_test = split(read("tables/california_housing.csv"))
value = houses["median_house_value"]
print(
    json.dumps(
        {
            "adult": classify(adult, "income", adult_test, (adult["income"].str.strip() == sorted(adult["income"].unique())[1].strip()).astype(int).values),
            "telco": classify(telco, "Churn", telco_test, (telco["Churn"] == "Yes").astype(int).values, ["customerID"]),
            "californiaAboveMedian": classify(houses, "median_house_value", houses_test, (value > value.median()).astype(int).values),
            "californiaValue": regress(houses, "median_house_value", houses_test),
        },
        indent=1,
    )
)
