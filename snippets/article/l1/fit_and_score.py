import matplotlib.pyplot as plt
import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
usual, outlier = forecasts[-1], 150
wild = np.arange(usual, 201)
rows = [[*forecasts[:-1], last] for last in wild]
errors = actual - np.array(rows)

# The fit: by how much should every forecast rise?
l1_shifts = np.median(errors, axis=1)
l2_shifts = np.mean(errors, axis=1)
# The score: how large is the loss as it is?
maes = np.mean(np.abs(errors), axis=1)
rmses = np.sqrt(np.mean(errors**2, axis=1))

at = int(outlier - usual)
l1_shift, l2_shift = l1_shifts[at], l2_shifts[at]
mae_before, mae_after = maes[0], maes[at]
miss, misses = abs(actual - outlier), np.sum(np.abs(errors[at]))
percent = 100 * miss / misses
mse_growth = (rmses[at] / rmses[0]) ** 2
print("last   L1 shift  L2 shift   MAE    RMSE")
for row in (0, at):
    print(f"{wild[row]}  {l1_shifts[row]:+8.2f}  ", end="")
    print(f"{l2_shifts[row]:+8.2f} {maes[row]:6.2f}  {rmses[row]:6.2f}")
print(f"the last miss: {percent:.1f}% of L1")
print(f"L2 is {mse_growth:.1f} times as large")
fit_stays = bool(np.all(l1_shifts == l1_shifts[0]))
score_moves = mae_after > 3 * mae_before
l2_fit_moves = l2_shift < 0 < l2_shifts[0]

figure, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 5))
top.plot(wild, l1_shifts, color="C0")
top.plot(wild, l2_shifts, "--", color="C1")
top.text(200, 7, "L1 asks for the same", color="C0", ha="right")
top.text(106, -27, "L2 asks for less and less", color="C1")
top.set(title="The fit: L1 stays, L2 follows", ylim=(-32, 14))
top.set(ylabel="apples to add")
bottom.plot(wild, maes, color="C0")
bottom.plot(wild, rmses, "--", color="C1")
bottom.text(200, 13, "mean absolute error", color="C0", ha="right")
bottom.text(146, 37, "root of L2", color="C1", ha="right")
bottom.set(title="The score: both losses grow", ylim=(0, 62))
bottom.set(xlabel="last forecast (apples)", ylabel="apples")
plt.show()
