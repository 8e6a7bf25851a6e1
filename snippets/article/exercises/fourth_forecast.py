import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
four_misses = np.append(misses, 0)

total = np.sum(four_misses)
count = len(four_misses)
mae = total / count
print(f"misses {four_misses}, sum {total}")
print(f"MAE: {total} / {count} = {mae:.2f}")
sum_stays = total == np.sum(misses)
mean_falls = mae < np.mean(misses)
