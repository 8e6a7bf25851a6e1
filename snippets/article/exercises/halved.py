import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
halved = misses / 2

first_mse, second_mse = np.mean(misses**2), np.mean(halved**2)
first_rmse, second_rmse = np.sqrt(first_mse), np.sqrt(second_mse)
first_mae, second_mae = np.mean(misses), np.mean(halved)
print("         MSE    RMSE     MAE")
print(f"before {first_mse:.3f} {first_rmse:.4f}  {first_mae:.4f}")
print(f"after  {second_mse:.3f} {second_rmse:.4f}  {second_mae:.4f}")
rmse_halved = abs(second_rmse - first_rmse / 2) < 1e-9
mae_halved = abs(second_mae - first_mae / 2) < 1e-9
mse_quartered = abs(second_mse - first_mse / 4) < 1e-9
