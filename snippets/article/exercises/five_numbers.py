import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])


def five(errors):
    squares = errors**2
    return np.array(
        [
            np.sum(np.abs(errors)),
            np.sum(squares),
            np.mean(squares) / 2,
            np.sum(squares) / 2,
            np.linalg.norm(errors),
        ]
    )


l1_sum, l2_sum, half_mean, half_sum, length = five(actual - forecasts)
print(f"L1 sum:      {l1_sum:.0f}")
print(f"L2 sum:      {l2_sum:.0f}")
print(f"half mean:   {half_mean:.4f}")
print(f"half sum:    {half_sum:.4f}")
print(f"root of sum: {length:.14f}")

# By how much should the forecasts rise, to make each number smallest?
shifts = np.arange(0, 101) / 10
tries = np.array([five(actual - forecasts - shift) for shift in shifts])
best = shifts[np.argmin(tries, axis=0)]
print("best shifts:", *best)
last_four_agree = bool(np.all(best[1:] == best[1]))
first_differs = best[0] != best[1]
