import numpy as np

trees = np.array([10, 20, 40, 80, 320])

weights = 1 / trees
print("apples   weight")
for tree, weight in zip(trees, weights):
    print(f"{tree:6} {weight:8.5f}")
others = np.sum(weights[1:])
print(f"the first {weights[0]:.5f}, the others {others:.5f}")
outweighs_all = weights[0] > others

# Try all whole forecasts, and weigh each miss.
tries = np.arange(0, 321)
misses = np.abs(trees - tries[:, np.newaxis])
best = tries[np.argmin(np.sum(weights * misses, axis=1))]
print(f"best forecast: {best}")
best_is_the_poorest = best == np.min(trees)
