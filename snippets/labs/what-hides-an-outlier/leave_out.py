import sys

import numpy as np

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
y = data[:, 3]
inputs = np.column_stack([np.ones(len(y)), data[:, :3]])
days = np.arange(1, len(y) + 1)
kept = ~np.isin(days, [int(day) for day in sys.argv[1:]])

fit = np.linalg.lstsq(inputs[kept], y[kept], rcond=None)[0]
residuals = y - inputs @ fit
s = np.sqrt(np.sum(residuals[kept] ** 2) / (np.sum(kept) - 4))
slopes = ", ".join(f"{slope:.3f}" for slope in fit[1:])
print(f"L2 on {np.sum(kept)} days")
print(f"slopes {slopes}; s = {s:.3f}")
for day, scaled in zip(days, residuals / s):
    if abs(scaled) > 2.5:
        print(f"day {day} stands out: {scaled:.2f}")
