"""Share of rows nearer to one half of the public adult table than to its test rows: the constants in
test/evaluation/privacy/adult.test.ts.

    .venv/bin/python bench/reference/dcr_on_real_table.py TRAIN.csv TEST.csv

Learnt from: the first rows of TRAIN, as many as TEST has, which are the rows held out. Synthetic: the rows of TRAIN after
those, once as they are and once with every fifth row replaced by the row learnt from at the same place. L1 distance on
min-max scaled numbers and one-hot categories (half each), ties counted half, every row asked.
"""

import sys

import numpy as np
import pandas as pd
from sklearn.neighbors import NearestNeighbors

train, held = (pd.read_csv(path, keep_default_na=False) for path in sys.argv[1:3])
learnt, fresh = train.iloc[: len(held)], train.iloc[len(held) :].reset_index(drop=True)
numbers = [c for c in train if pd.api.types.is_numeric_dtype(train[c])]
low, span = learnt[numbers].min(), (learnt[numbers].max() - learnt[numbers].min()).replace(0, 1)
categories = {c: sorted(pd.concat([train[c], held[c]]).unique()) for c in train if c not in numbers}


def place(table):
    scaled = ((table[numbers] - low) / span).to_numpy()
    dummies = [pd.get_dummies(pd.Categorical(table[c], categories=k)).to_numpy() / 2 for c, k in categories.items()]
    return np.hstack([scaled, *dummies])


def nearest(known, asked):
    return NearestNeighbors(n_neighbors=1, metric="manhattan", n_jobs=-1).fit(known).kneighbors(asked)[0][:, 0]


copied = fresh.copy()
copied.iloc[::5] = learnt.iloc[: len(fresh) : 5].to_numpy()
copied = copied.astype(fresh.dtypes)
for name, table in (("fresh", fresh), ("a fifth copied", copied)):
    own, theirs = (nearest(place(known), place(table)) for known in (learnt, held))
    print(name, np.mean(own < theirs - 1e-9) + np.mean(np.abs(own - theirs) <= 1e-9) / 2)
