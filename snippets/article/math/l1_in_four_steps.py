import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])

differences = actual - forecasts
absolute_values = np.abs(differences)
total = np.sum(absolute_values)
mae = total / len(forecasts)
print(f"1. differences      {differences}")
print(f"2. absolute values  {absolute_values}")
print(f"3. sum              {total}")
print(f"4. divided by n     {mae:.2f}")
