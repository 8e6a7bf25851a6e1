import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
lines = np.array([np.polyfit(x, y, 1) for x, y in zip(xs, ys)])
correlations = [np.corrcoef(x, y)[0, 1] for x, y in zip(xs, ys)]
slopes, starts = lines.T
lowest_slope, highest_slope = np.min(slopes), np.max(slopes)
lowest_correlation = np.min(correlations)
highest_correlation = np.max(correlations)
x_variance = np.var(xs[0])
by_one_less = np.var(xs[0], ddof=1)

print("picture          1      2      3      4")
for name, values in [
    ("mean of x", np.mean(xs, axis=1)),
    ("variance", np.var(xs, axis=1)),
    ("mean of y", np.mean(ys, axis=1)),
    ("variance", np.var(ys, axis=1)),
    ("correlation", correlations),
    ("line: start", starts),
    ("line: slope", slopes),
]:
    print(f"{name:11}", *(f"{value:6.3f}" for value in values))
