import numpy as np

actual = 100
steady = actual - np.array([98, 102, 98, 102])
risky = actual - np.array([100, 100, 100, 106])

steady_mae, risky_mae = np.mean(np.abs(steady)), np.mean(np.abs(risky))
steady_mse, risky_mse = np.mean(steady**2), np.mean(risky**2)
print("grower  L1    L2")
print(f"steady  {steady_mae:.2f}  {steady_mse:.2f}")
print(f"risky   {risky_mae:.2f}  {risky_mse:.2f}")
risky_wins_l1 = risky_mae < steady_mae
steady_wins_l2 = steady_mse < risky_mse
