import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
shifts = np.arange(0, 101) / 10

residuals = actual - (forecasts + shifts[:, np.newaxis])
l1_losses = np.mean(np.abs(residuals), axis=1)
l2_losses = np.mean(residuals**2, axis=1)

l1_shift = shifts[np.argmin(l1_losses)]
l2_shift = shifts[np.argmin(l2_losses)]
print(f"L1 is smallest when every forecast rises by {l1_shift:.1f} apples")
print(f"L2 is smallest when every forecast rises by {l2_shift:.1f} apples")
they_differ = l1_shift != l2_shift
