import numpy as np

actual = 100
misses = np.abs(actual - np.array([90, 95, 105, 100]))

total = np.sum(misses)
count = len(misses)
mae = total / count
print(f"misses {misses}, sum {total}")
print(f"MAE: {total} / {count} = {mae:.2f}")
