small_error, large_error = 2, 10

small_square = small_error**2
large_square = large_error**2
error_ratio = large_error / small_error
square_ratio = large_square / small_square
print(f"{small_error} becomes {small_square}")
print(f"{large_error} becomes {large_square}")
print(f"{error_ratio:.0f} times the error, {square_ratio:.0f} times the square")
