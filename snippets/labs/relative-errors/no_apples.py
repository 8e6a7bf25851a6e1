import numpy as np
from sklearn.metrics import (
    mean_absolute_percentage_error,
    root_mean_squared_log_error,
)

nothing, one_apple = [0], [1]
mape = mean_absolute_percentage_error(nothing, one_apple)
rmsle = root_mean_squared_log_error(nothing, one_apple)
print(f"no apples, forecast 1: RMSLE {rmsle:.2f}")
print(f"and MAPE {mape:,.0%}")

# sMAPE divides by the mean of both numbers instead.
tries = np.array([1, 2, 10, 320])
smape = tries / ((0 + tries) / 2)
for each, share in zip(tries, smape):
    print(f"no apples, forecast {each:3}: sMAPE {share:.0%}")
always_the_same = np.all(smape == 2)
