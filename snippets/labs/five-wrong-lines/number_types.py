import numpy as np

actual = np.array([100, 100, 100])
forecasts = np.array([80, 95, 105])

print("type             MAE     MSE")
for name in ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float64"]:
    errors = actual.astype(name) - forecasts.astype(name)
    mae, mse = np.mean(np.abs(errors)), np.mean(errors**2)
    print(f"{name:7} {mae:12.0f} {mse:7.2f}")
