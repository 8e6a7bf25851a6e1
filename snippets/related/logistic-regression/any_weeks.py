import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

weeks = np.arange(1, 11)
is_brown = np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1])
asked = np.array(sys.argv[1:] or [7], dtype=float)

model = LogisticRegression(C=np.inf, tol=1e-9)
model.fit(weeks[:, np.newaxis], is_brown)
chances = model.predict_proba(asked[:, np.newaxis])[:, 1]
for week, chance in zip(asked, chances):
    print(f"{week:4.0f} weeks: chance of brown {chance:.3f}")
