small_error, large_error = 2, 10

small_square = small_error**2
large_square = large_error**2
error_ratio = large_error / small_error
square_ratio = large_square / small_square
print(f"{small_error} becomes {small_square}, {large_error} becomes {large_square}")
print(f"the error is {error_ratio:.0f} times as big, its square {square_ratio:.0f} times")
