import numpy as np

steady = np.array([2, 2, 2, 2])
risky = np.array([0, 0, 0, 6])

steady_mae, risky_mae = np.mean(steady), np.mean(risky)
steady_mse, risky_mse = np.mean(steady**2), np.mean(risky**2)
print("grower  L1    L2")
print(f"steady  {steady_mae:.2f}  {steady_mse:.2f}")
print(f"risky   {risky_mae:.2f}  {risky_mse:.2f}")
