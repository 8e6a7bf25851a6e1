import numpy as np

rng = np.random.default_rng(7)
hives = 10_000
skill = rng.normal(20, 3, hives)
this_year = skill + rng.normal(0, 3, hives)
next_year = skill + rng.normal(0, 3, hives)

limit = np.quantile(this_year, 0.9)
best = this_year >= limit
best_now = np.mean(this_year[best])
best_later = np.mean(next_year[best])
average = np.mean(next_year)
slope, intercept = np.polyfit(this_year, next_year, deg=1)
kept = (best_later - average) / (best_now - average)
half_is_gone = 0.45 < kept < 0.55
print(f"the best tenth, from {limit:.3f} jars on: {best_now:.3f}")
print(f"the same hives next year: {best_later:.3f}")
print(f"all hives next year: {average:.3f}")
print(f"slope of next year on this year: {slope:.4f}")
