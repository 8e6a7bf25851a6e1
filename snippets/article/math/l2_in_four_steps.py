import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])

differences = actual - forecasts
squares = differences**2
total = np.sum(squares)
mse = total / len(forecasts)
print(f"differences  {differences}")
print(f"squares      {squares}")
print(f"sum          {total}")
print(f"mean         {mse:.2f}")
