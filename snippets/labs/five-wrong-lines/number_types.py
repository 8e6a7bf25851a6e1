import numpy as np

actual = np.array([100, 100, 100])
farther = np.array([80, 95, 105])

print("type              MAE     MSE")
mae, mse = {}, {}
for name in ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float64"]:
    errors = actual.astype(name) - farther.astype(name)
    mae[name], mse[name] = np.mean(np.abs(errors)), np.mean(errors**2)
    print(f"{name:7} {mae[name]:13,.0f} {mse[name]:7.2f}")
true_mae, true_mse = mae["float64"], mse["float64"]
signed_byte_halves = mae["int8"] == true_mae and mse["int8"] < 0
least_wrong = min(mae["uint16"], mae["uint32"])
largest = np.iinfo(np.int16).max
no_sign_is_wrong = mse["uint16"] == true_mse and least_wrong > 255
