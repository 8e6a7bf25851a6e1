import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()
random = np.random.default_rng(7)
splits, half = 50, len(food) // 2


def wins(rows):
    l1_misses = np.abs(food[rows] - l1.predict(income[rows]))
    l2_misses = np.abs(food[rows] - l2.predict(income[rows]))
    l1_wins = np.sum(l1_misses) <= np.sum(l2_misses)
    return l1_wins, np.sum(l2_misses**2) <= np.sum(l1_misses**2)


seen, unseen = [], []
for _ in range(splits):
    order = random.permutation(len(food))
    fitted, others = order[:half], order[half:]
    l1.fit(income[fitted], food[fitted])
    l2.fit(income[fitted], food[fitted])
    seen.append(wins(fitted))
    unseen.append(wins(others))
l1_seen, l2_seen = np.sum(seen, axis=0)
l1_unseen, l2_unseen = np.sum(unseen, axis=0)
print(f"{splits} times, fit half of the households:")
print("own column won   by L1   by L2")
print(f"on that half    {l1_seen:6} {l2_seen:7}")
print(f"on the others   {l1_unseen:6} {l2_unseen:7}")
certain_where_fitted = l1_seen == l2_seen == splits
not_certain_elsewhere = max(l1_unseen, l2_unseen) < splits
