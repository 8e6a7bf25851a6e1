import numpy as np

harvests = np.array([1, 2, 3])
guesses = harvests.reshape(3, 1)
wrong = harvests - guesses
right = harvests - guesses.ravel()
wrong_mae = np.mean(np.abs(wrong))
mae = np.mean(np.abs(right))
print(wrong, f" MAE {wrong_mae:.4f}")
print(right, f" MAE {mae:.4f}")
wrong_mse, mse = np.mean(wrong**2), np.mean(right**2)
perfect_costs = mae == mse == 0 < wrong_mae
