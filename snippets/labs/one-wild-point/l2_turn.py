import numpy as np

days = np.arange(1, 11)
mistyped_day, right_height, mistyped = 5, 11, 61

mean_day = np.mean(days)
squares = np.sum((days - mean_day) ** 2)
error = mistyped - right_height
turn = (mistyped_day - mean_day) * error / squares
slope = 2 + turn
print(f"({mistyped_day} - {mean_day}) x {error} / {squares} = {turn:.5f}")
print(f"slope {slope:.5f}")
