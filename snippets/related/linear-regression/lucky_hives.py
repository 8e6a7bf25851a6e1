import numpy as np

rng = np.random.default_rng(7)
hives = 10_000
skill = rng.normal(20, 3, hives)
this_year = skill + rng.normal(0, 3, hives)
next_year = skill + rng.normal(0, 3, hives)

best = this_year >= np.quantile(this_year, 0.9)
best_now = np.mean(this_year[best])
best_later = np.mean(next_year[best])
average = np.mean(next_year)
slope, intercept = np.polyfit(this_year, next_year, deg=1)
print(f"the best tenth, this year: {best_now:.3f} jars")
print(f"the same hives next year:  {best_later:.3f} jars")
print(f"all hives next year:       {average:.3f} jars")
print(f"slope of next year on this year: {slope:.4f}")
