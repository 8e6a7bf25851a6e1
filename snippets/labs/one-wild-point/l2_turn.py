import numpy as np

days = np.arange(1, 11)
mistyped_day, right_height = 5, 11
mistyped = 61

mean_day = np.mean(days)
squares = np.sum((days - mean_day) ** 2)
error = mistyped - right_height
distance = mistyped_day - mean_day
turn = distance * error / squares
slope = 2 + turn
print(f"{distance} x {error} / {squares}")
print(f"= {turn:.5f}, so the slope is {slope:.5f}")
