import numpy as np

y_true = np.array([100, 100, 100])
y_pred = np.array([90, 95, 105])

mae = np.mean(np.abs(y_true - y_pred))
mse = np.mean((y_true - y_pred) ** 2)
print(f"L1 Loss: {mae:.2f}")
print(f"L2 Loss: {mse:.1f}")
