import numpy as np

harvests = np.array([1, 2, 3])
guesses = harvests.reshape(3, 1)
wrong = harvests - guesses
right = harvests - guesses.ravel()
wrong_mae = np.mean(np.abs(wrong))
mae = np.mean(np.abs(right))
print(wrong, f"wrong MAE {wrong_mae:.4f}")
print(right, f"right MAE {mae:.4f}")
wrong_mse = np.mean(wrong**2)
perfect_costs = mae == 0 < wrong_mae
