import numpy as np

steady, risky = np.array([2, 2, 2, 2]), np.array([0, 0, 0, 6])

steady_mae, risky_mae = np.mean(steady), np.mean(risky)
steady_mse, risky_mse = np.mean(steady**2), np.mean(risky**2)
print(f"MAE   steady {steady_mae:.2f}   risky {risky_mae:.2f}")
print(f"MSE   steady {steady_mse:.2f}   risky {risky_mse:.2f}")
they_disagree = risky_mae < steady_mae and steady_mse < risky_mse
