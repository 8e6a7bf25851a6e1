import numpy as np

harvests = np.array([1, 2, 3])
guesses = harvests.reshape(3, 1)

wrong = harvests - guesses
wrong_mae, wrong_mse = np.mean(np.abs(wrong)), np.mean(wrong**2)
print(wrong)
print(f"wrong  MAE {wrong_mae:.4f}  MSE {wrong_mse:.4f}")

right = harvests - guesses.ravel()
mae, mse = np.mean(np.abs(right)), np.mean(right**2)
print(right)
print(f"right  MAE {mae:.4f}  MSE {mse:.4f}")
perfect_costs = mae == mse == 0 < wrong_mae < wrong_mse
