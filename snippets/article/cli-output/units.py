import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
errors = actual - forecasts
apples_in_a_dozen = 12
in_dozens = errors / apples_in_a_dozen

mae, mse = np.mean(np.abs(errors)), np.mean(errors**2)
dozen_mae = np.mean(np.abs(in_dozens))
dozen_mse = np.mean(in_dozens**2)
rmse = np.sqrt(mse)
print(f"in apples: L1 {mae:.4f}, L2 {mse:.4f}")
print(f"in dozens: L1 {dozen_mae:.4f}, L2 {dozen_mse:.4f}")
print(f"the root of L2, in apples: {rmse:.4f}")
larger_in_apples = mse > mae
smaller_in_dozens = dozen_mse < dozen_mae
root_is_not_smaller = rmse >= mae
