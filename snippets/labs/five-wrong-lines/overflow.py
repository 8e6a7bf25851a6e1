import numpy as np

errors = np.array([200, 5, 5], dtype=np.int16)

wrong = errors**2
wrong_mse = np.mean(wrong)
right = errors.astype(float) ** 2
mse = np.mean(right)

large_error, wrong_square, right_square = errors[0], wrong[0], right[0]
largest = np.iinfo(errors.dtype).max
print(f"{large_error} squared, and the MSE")
print(f"wrong  {wrong_square:7,}  {wrong_mse:10,.2f}")
print(f"right  {right_square:7,.0f}  {mse:10,.2f}")
print(f"the largest number that fits: {largest:,}")
square_is_negative = wrong_square < 0 < largest < right_square
