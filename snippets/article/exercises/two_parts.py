import numpy as np

misses = np.array([10, 5, 5])

mae = np.mean(misses)
mse = np.mean(misses**2)
mae_squared = mae**2
variance = np.var(misses)
print(f"MAE squared        {mae_squared:8.4f}")
print(f"variance of misses {variance:8.4f}")
print(f"together           {mae_squared + variance:8.4f}")
print(f"MSE                {mse:8.4f}")
