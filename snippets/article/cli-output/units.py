import numpy as np

errors = np.array([10, 5, 5])
apples_in_a_dozen = 12
in_dozens = errors / apples_in_a_dozen

mae, mse = np.mean(errors), np.mean(errors**2)
rmse = np.sqrt(mse)
dozen_mae, dozen_mse = np.mean(in_dozens), np.mean(in_dozens**2)
print(f"in apples: L1 {mae:.4f}, L2 {mse:.4f}")
print(f"in dozens: L1 {dozen_mae:.4f}, L2 {dozen_mse:.4f}")
print(f"the root of L2, in apples: {rmse:.4f}")
