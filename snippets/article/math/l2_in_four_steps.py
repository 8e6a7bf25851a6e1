import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])

differences = actual - forecasts
squares = differences**2
total = np.sum(squares)
mse = total / len(forecasts)
print(f"1. differences  {differences}")
print(f"2. squares      {squares}")
print(f"3. sum          {total}")
print(f"4. mean         {mse:.2f}")
