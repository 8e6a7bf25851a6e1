import matplotlib.pyplot as plt
import numpy as np

actual, forecasts = 100, np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
mae, mse = np.mean(misses), np.mean(misses**2)
dozen_mae, dozen_mse = np.mean(misses / 12), np.mean((misses / 12) ** 2)
rmse, dozen_rmse = np.sqrt(mse), np.sqrt(dozen_mse)
crossing = mae / mse
unit_decides = mae < mse and dozen_mse < dozen_mae
rmse_is_above = mae <= rmse and dozen_mae <= dozen_rmse
print("unit      MAE    RMSE     MSE")
print(f"apple  {mae:6.4f}  {rmse:6.4f} {mse:7.4f}")
print(f"dozen  {dozen_mae:6.4f}  {dozen_rmse:6.4f} {dozen_mse:7.4f}")
print(f"MAE equals MSE if an apple is {crossing:.4f} units")

fig, (apples, dozens) = plt.subplots(1, 2, figsize=(5, 2.5))
names = ["MAE", "RMSE", "MSE"]
for axes, bars in (
    (apples, [mae, rmse, mse]),
    (dozens, [dozen_mae, dozen_rmse, dozen_mse]),
):
    axes.bar(names, bars, color=["C0", "C2", "C1"], width=0.6)
    for place, bar in enumerate(bars):
        axes.text(place, bar, f"{bar:.2f}", ha="center", va="bottom")
    axes.set(yticks=[], ylim=(0, 1.15 * max(bars)))
apples.set_xlabel("counted in apples")
dozens.set_xlabel("counted in dozens")
fig.suptitle("MSE: largest in apples, smallest in dozens")
plt.show()
