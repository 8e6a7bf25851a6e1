import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
total, count = np.sum(misses), len(misses)
shares = {
    "the same for all": np.full(count, total / count),
    "the apples": misses,
    "all for one": np.array([total] + [0] * (count - 1)),
}
print("                   MAE      MSE     RMSE")
for name, errors in shares.items():
    mae, mse = np.mean(errors), np.mean(errors**2)
    print(f"{name:16} {mae:.4f} {mse:8.4f} {np.sqrt(mse):8.4f}")

least_mse, apples_mse, most_mse = [np.mean(e**2) for e in shares.values()]
least_rmse, apples_rmse, most_rmse = np.sqrt([least_mse, apples_mse, most_mse])

# Every way to share the apples out, one whole apple at a time.
ways = [
    (first, second, total - first - second)
    for first in range(total + 1)
    for second in range(total + 1 - first)
]
squares = np.mean(np.array(ways) ** 2, axis=1)
equal_is_least = least_mse <= np.min(squares)
one_is_most = most_mse == np.max(squares)
