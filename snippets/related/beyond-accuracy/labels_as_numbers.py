import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error

wormy = np.repeat([1, 0, 1, 0], [8, 12, 2, 978])
flagged = np.repeat([1, 1, 0, 0], [8, 12, 2, 978])

error_rate = np.mean(wormy != flagged)
mae = mean_absolute_error(wormy, flagged)
mse = mean_squared_error(wormy, flagged)
l1_answer, l2_answer = np.median(wormy), np.mean(wormy)
print(f"error rate {error_rate:.3f}, L1 {mae:.3f}, L2 {mse:.3f}")
print("One answer for all apples:")
print(f"L1 asks for {l1_answer:.2f}, L2 for {l2_answer:.2f}")
