import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])

differences = actual - forecasts
absolute_values = np.abs(differences)
total = np.sum(absolute_values)
mae = total / len(forecasts)
print(f"differences      {differences}")
print(f"absolute values  {absolute_values}")
print(f"sum              {total}")
print(f"divided by n     {mae:.2f}")
