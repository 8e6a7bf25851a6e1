import numpy as np
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

weeks = np.arange(1, 11)
kind = np.array([0, 0, 1, 2, 0, 1, 2, 1, 2, 2])
column = weeks[:, np.newaxis]
rate, steps = 0.1, 10_000


def learn(kind):
    one_hot = np.eye(max(kind) + 1)[kind]
    intercepts = slopes = np.zeros(len(one_hot[0]))
    for _ in range(steps):
        scores = intercepts + column * slopes
        too_high = softmax(scores, axis=1) - one_hot
        intercepts = intercepts - rate * np.mean(too_high, axis=0)
        slopes = slopes - rate * np.mean(too_high * column, axis=0)
    return intercepts, slopes


intercepts, slopes = learn(kind)
model = LogisticRegression(C=np.inf, tol=1e-9)
model.fit(column, kind)
print("        crisp   mealy   brown")
for name, hand, library in [
    ("start", intercepts, model.intercept_),
    ("slope", slopes, model.coef_[:, 0]),
]:
    print(name, "{:7.4f} {:7.4f} {:7.4f}".format(*hand))
    print("sklearn {:5.4f} {:7.4f} {:7.4f}".format(*library))
crisp_share, mealy_share, brown_share = softmax(intercepts + 7 * slopes)
print(f"seven weeks: {crisp_share:.3f} {mealy_share:.3f} {brown_share:.3f}")
agree = np.allclose(slopes, model.coef_[:, 0], atol=1e-6)

two = LogisticRegression(C=np.inf, tol=1e-9)
two.fit(column, kind == 2)
starts, rises = learn((kind == 2) * 1)
start, rise = starts[1] - starts[0], rises[1] - rises[0]
print(f"two kinds, difference: {start:.4f} {rise:.4f}")
print(f"logistic regression:   {two.intercept_[0]:.4f} {two.coef_[0, 0]:.4f}")
apart = [start - two.intercept_[0], rise - two.coef_[0, 0]]
two_is_logistic = np.max(np.abs(apart)) < 1e-5
