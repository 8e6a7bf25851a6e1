import matplotlib.pyplot as plt
import numpy as np

trees = np.array([10, 20, 40, 80, 320])

forecasts = trees + 10
errors = np.abs(trees - forecasts)
shares = errors / trees
print("apples  forecast  off       %")
for tree, forecast, error, share in zip(trees, forecasts, errors, shares):
    print(f"{tree:6} {forecast:9} {error:4} {share:9.2%}")
first, second, third, fourth, fifth = trees
first_share, *_, fifth_share = shares
off = errors[0]
twice = forecasts[0] == 2 * first
all_alike = np.all(errors == off)
always_less = np.all(np.diff(shares) < 0)

rows = np.arange(5)
figure, axes = plt.subplots(figsize=(5, 3))
axes.barh(rows, trees, color="C2", alpha=0.5)
axes.barh(rows, errors, left=trees, color="C0")
for row, forecast, share in zip(rows, forecasts, shares):
    axes.text(forecast + 6, row, f"{100 * share:.3g}%", va="center")
axes.set_yticks(rows, [str(tree) for tree in trees])
axes.invert_yaxis()
title = f"Ten apples off can be {first_share:.0%} or {fifth_share:.0%}"
axes.set(title=title)
axes.set(xlabel="apples on the tree, and ten more", xlim=(0, 380))
plt.show()
