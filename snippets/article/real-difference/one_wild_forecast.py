import numpy as np

errors = np.array([10, 5, 5])
wild_error = 50
with_wild_error = np.append(errors, wild_error)

mae_before, mae_after = np.mean(errors), np.mean(with_wild_error)
mse_before, mse_after = np.mean(errors**2), np.mean(with_wild_error**2)
mae_growth = mae_after / mae_before
mse_growth = mse_after / mse_before
print(f"L1: {mae_before:6.2f} to {mae_after:6.2f}, {mae_growth:5.2f} times")
print(f"L2: {mse_before:6.2f} to {mse_after:6.2f}, {mse_growth:5.2f} times")
