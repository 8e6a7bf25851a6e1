import numpy as np

errors = np.array([200, 5, 5], "int16")
wrong = errors**2
right = errors.astype(float) ** 2
wrong_mse, mse = wrong.mean(), right.mean()
print(*wrong, f"wrong MSE {wrong_mse:.0f}")
print(*right, f"right MSE {mse:.0f}")
large_error = errors[0]
wrong_square = wrong[0]
right_square = right[0]
square_is_negative = wrong_square < 0
