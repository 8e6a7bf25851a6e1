from itertools import product

import numpy as np

days = np.array([1, 3, 4, 5, 7])
asked = 6
summers = 1000
rule, true_harvest = 5 + 3 * days, 5 + 3 * asked

slopes, starts = np.polyfit(days, np.eye(5), deg=1)
weights = starts + slopes * asked  # of each note in the forecast
which = np.array([*product(range(5), repeat=5)])
luck = np.random.default_rng(1979).normal(0, 3, size=(summers, 6))

hits = []
for *noted, new in luck:
    jars = rule + noted
    slope, start = np.polyfit(days, jars, deg=1)
    residuals = jars - (start + slope * days)
    lines = start + slope * asked + residuals[which] @ weights
    harvests = lines[:, np.newaxis] + residuals
    low, high = np.quantile(lines, [0.05, 0.95])
    in_first = low <= true_harvest <= high
    low, high = np.quantile(harvests, [0.05, 0.95])
    hits.append([in_first, low <= true_harvest + new <= high])
line_hits, harvest_hits = np.sum(hits, axis=0)
fall_short = max(line_hits, harvest_hits) < 0.8 * summers
print(f"of {summers} summers, the interval contains")
print(f"what the rule says: {line_hits}")
print(f"the new harvest:    {harvest_hits}")
