import sys

import numpy as np

harvests = np.array(sys.argv[1:] or [1, 2, 3, 4, 100], dtype=float)
forecasts = np.arange(harvests.min(), harvests.max() + 0.5, 0.5)
misses = np.abs(forecasts[:, np.newaxis] - harvests)
for loss, totals in [("L1", misses.sum(1)), ("L2", (misses**2).sum(1))]:
    best = forecasts[totals == totals.min()]
    print(f"{loss} is smallest from {best[0]:g} to {best[-1]:g}")
