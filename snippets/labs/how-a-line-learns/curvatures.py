import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
centred = weeks - np.mean(weeks)
scaled = centred / np.std(weeks)


def curvatures(column):
    inputs = np.column_stack([np.ones(5), column])
    least, most = np.linalg.eigvalsh(2 * inputs.T @ inputs / 5)
    return least, most, most / least, 2 / most


def loss_after(column, rate):
    intercept = slope = 0
    for _ in range(2_000):
        errors = apples - (intercept + slope * column)
        intercept += rate * 2 * np.mean(errors)
        slope += rate * 2 * np.mean(errors * column)
    return np.mean(errors**2)


under, over = [], []
print("weeks, minus their mean, and scaled:")
print("flattest  steepest   ratio  rates below")
for column in weeks, centred, scaled:
    least, most, ratio, limit = curvatures(column)
    print(f"{least:8.2f} {most:9.2f} {ratio:7.1f} {limit:12.4f}")
    under.append(loss_after(column, 0.99 * limit))
    over.append(loss_after(column, 1.01 * limit))
limits_hold = max(under) < 4.81 and min(over) > np.mean(apples**2)
*_, raw_ratio, raw_limit = curvatures(weeks)
*_, scaled_ratio, _ = curvatures(scaled)
is_round = np.isclose(scaled_ratio, 1)
