import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error

boxes = 8, 12, 2, 978
is_wormy = np.repeat([1, 0, 1, 0], boxes)
is_flagged = np.repeat([1, 1, 0, 0], boxes)

error_rate = np.mean(is_wormy != is_flagged)
mae = mean_absolute_error(is_wormy, is_flagged)
mse = mean_squared_error(is_wormy, is_flagged)
all_agree = mae == mse == error_rate
l1_answer, l2_answer = np.median(is_wormy), np.mean(is_wormy)
print(f"error rate {error_rate:.3f}, L1 {mae:.3f}, L2 {mse:.3f}")
l1_passes_all = l1_answer == 0 < l2_answer
print("One answer for all apples:")
print(f"L1 asks for {l1_answer:.2f}, L2 for {l2_answer:.2f}")
