import sys

import numpy as np
from scipy.optimize import linprog

share = float(sys.argv[1]) if len(sys.argv) > 1 else 0.5
households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"], households["food"]
count = len(food)

# food = start + slope x income + gap above - gap below, each gap 0 or more
gap_prices = [share] * count + [1 - share] * count
terms = np.column_stack([np.ones(count), income, np.eye(count), -np.eye(count)])
limits = [(None, None)] * 2 + [(0, None)] * (2 * count)
fit = linprog([0, 0, *gap_prices], A_eq=terms, b_eq=food, bounds=limits)
start, slope = fit.x[:2]
below = np.sum(food < start + slope * income - 1e-6)
print(f"food = {start:.2f} + {slope:.4f} x income")
print(f"{below} of {count} households are below it: {below / count:.1%}")
