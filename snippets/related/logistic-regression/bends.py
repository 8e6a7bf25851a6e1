import numpy as np

scores = np.linspace(-8, 8, 161)
chances = 1 / (1 + np.exp(-scores))
losses = {
    "log loss": -np.log(chances),
    "L1": 1 - chances,
    "L2": (1 - chances) ** 2,
}

least, most = [], []
for name, loss in losses.items():
    bends = np.diff(loss, n=2)
    least.append(np.min(bends))
    most.append(np.max(bends))
    up, down = np.sum(bends > 0), np.sum(bends < 0)
    print(f"{name:8} bends up {up:3}, down {down:3}")
log_least, l1_least, l2_least = least
log_most, l1_most, l2_most = most
log_is_convex = log_least > 0
l1_is_not = l1_least < 0 < l1_most
l2_is_not = l2_least < 0 < l2_most
