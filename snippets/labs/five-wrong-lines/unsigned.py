import numpy as np

actual = np.array([100, 100, 100], dtype=np.uint8)
forecasts = np.array([90, 95, 105], dtype=np.uint8)

wrong = actual - forecasts
wrong_squares = wrong**2
wrong_mae, lucky_mse = np.mean(np.abs(wrong)), np.mean(wrong_squares)
print(f"wrong  {wrong}, squares {wrong_squares}")
print(f"       MAE {wrong_mae:.4f}  MSE {lucky_mse:.4f}")

right = actual.astype(float) - forecasts
mae, mse = np.mean(np.abs(right)), np.mean(right**2)
print(f"right  {right}, squares {right**2}")
print(f"       MAE {mae:.4f}  MSE {mse:.4f}")

third_wrong, third_square = wrong[2], wrong_squares[2]
third_right = right[2]
numbers_in_a_byte = np.iinfo(actual.dtype).max + 1
print(f"a byte holds one of {numbers_in_a_byte} numbers")
mae_is_wrong = wrong_mae - mae > 1
mse_is_lucky = lucky_mse == mse
