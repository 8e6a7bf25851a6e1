import matplotlib.pyplot as plt
import numpy as np

actual, forecasts = 100, np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
mae, mse = np.mean(misses), np.mean(misses**2)
apple_in_dozens = 1 / 12
crossing = mae / mse
dozen_mae, dozen_mse = np.mean(misses / 12), np.mean((misses / 12) ** 2)
rmse, dozen_rmse = np.sqrt(mse), np.sqrt(dozen_mse)
unit_decides = mae < mse and dozen_mse < dozen_mae
rmse_is_above = mae <= rmse and dozen_mae <= dozen_rmse
print("unit      MAE     MSE    RMSE")
print(f"apple  {mae:6.4f} {mse:7.4f}  {rmse:6.4f}")
print(f"dozen  {dozen_mae:6.4f} {dozen_mse:7.4f}  {dozen_rmse:6.4f}")
print(f"MAE and MSE cross where an apple is {crossing:.4f} units")

figure, axes = plt.subplots(figsize=(5, 3.4))
scale = np.linspace(0, 0.24, 25)
axes.plot(scale, scale * mae, color="C0")
axes.plot(scale, scale**2 * mse, "--", color="C1")
axes.plot(scale, scale * rmse, ":", color="C2")
axes.plot(crossing, crossing * mae, "o", color="C2")
axes.plot([apple_in_dozens] * 2, [dozen_mae, dozen_mse], "s", color="C2")
axes.text(0.243, 1.4, "MAE", color="C0")
axes.text(0.243, 2.8, "MSE", color="C1")
axes.text(0.243, 1.68, "RMSE")
axes.text(apple_in_dozens, 0.1, "  in dozens")
axes.set(title="Which is larger? Ask for the unit")
axes.set(xlim=(0, 0.28), ylim=0)
axes.set(xlabel="how many units an apple is", ylabel="loss in that unit")
plt.show()
