import numpy as np

misses = np.array([10, 5, 5])
weights = np.array([1, 2, 1])

mae = np.average(misses, weights=weights)
mse = np.average(misses**2, weights=weights)
print(f"weighted MAE {mae:.4f}, weighted MSE {mse:.4f}")
