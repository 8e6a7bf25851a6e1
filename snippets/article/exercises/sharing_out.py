import numpy as np

shares = {
    "the same for all": np.array([20, 20, 20]) / 3,
    "the apples": np.array([10, 5, 5]),
    "all for one": np.array([20, 0, 0]),
}
print("                   MAE      MSE     RMSE")
for name, misses in shares.items():
    mae, mse = np.mean(misses), np.mean(misses**2)
    print(f"{name:16} {mae:.4f} {mse:8.4f} {np.sqrt(mse):8.4f}")

least_mse, apples_mse, most_mse = [np.mean(e**2) for e in shares.values()]
least_rmse, apples_rmse, most_rmse = np.sqrt([least_mse, apples_mse, most_mse])
