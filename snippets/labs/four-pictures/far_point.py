import sys

import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
x, y = table[33:, 1], table[33:, 2]
for height in sys.argv[1:]:
    y[np.argmax(x)] = float(height)

far_y, run = y[np.argmax(x)], np.max(x) - np.min(x)
pile = np.sort(y[x == np.min(x)])
lowest, highest = (far_y - pile[5]) / run, (far_y - pile[4]) / run
l2_slope, l2_start = np.polyfit(x, y, 1)
miss = abs(far_y - l2_start - l2_slope * np.max(x))
print(f"far point at height {far_y:g}")
print(f"L1 slopes from {lowest:.4f} to {highest:.4f}")
print(f"L2 slope {l2_slope:.4f}, miss there {miss:.4f}")
