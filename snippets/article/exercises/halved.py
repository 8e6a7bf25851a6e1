import numpy as np

misses = np.array([10, 5, 5])
halved = misses / 2

first_mse, second_mse = np.mean(misses**2), np.mean(halved**2)
first_rmse, second_rmse = np.sqrt(first_mse), np.sqrt(second_mse)
first_mae, second_mae = np.mean(misses), np.mean(halved)
print("         MSE    RMSE     MAE")
print(f"before {first_mse:.3f} {first_rmse:.4f}  {first_mae:.4f}")
print(f"after  {second_mse:.3f} {second_rmse:.4f}  {second_mae:.4f}")
