import numpy as np

actual = np.array([100, 100, 100], "uint8")
forecasts = np.array([90, 95, 105], "uint8")
right = actual.astype(float) - forecasts
squares = (actual - forecasts) ** 2
lucky_mse, mse = np.mean(squares), np.mean(right**2)
print("in bytes", squares, f"MSE {lucky_mse:.4f}")
print("right   ", right**2, f"MSE {mse:.4f}")
third_square = squares[2]
numbers_in_a_byte = np.iinfo(np.uint8).max + 1
mse_is_lucky = lucky_mse == mse
