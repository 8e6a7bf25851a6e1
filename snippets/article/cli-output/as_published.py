import numpy as np

y_true = np.array([100, 100, 100])
y_pred = np.array([90, 95, 105])

mae = float(np.mean(np.abs(y_true - y_pred)))
mse = float(np.mean((y_true - y_pred) ** 2))
print("L1 Loss:", mae)
print("L2 Loss:", mse)
not_rounded = mae != round(mae, 2)
