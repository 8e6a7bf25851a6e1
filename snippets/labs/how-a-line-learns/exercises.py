import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])


def scale(column):
    return (column - np.mean(column)) / np.std(column)


# Back from the scaled column to weeks.
sun, spread, middle = scale(weeks), np.std(weeks), np.mean(weeks)
scaled_slope, scaled_intercept = np.polyfit(sun, apples, 1)
slope = scaled_slope / spread
intercept = scaled_intercept - slope * middle
print(f"{scaled_intercept:.0f} and {scaled_slope:.0f}", end=", ")
print(f"in weeks {intercept:.0f} and {slope:.0f}")

# Five summers on one line, one at random for each step.
on_a_line, line = 10 + 8 * weeks, np.array([0, 0])
for at in np.random.default_rng(7).integers(5, size=600):
    error = on_a_line[at] - (line[0] + line[1] * sun[at])
    line = line + 0.1 * 2 * error * np.array([1, sun[at]])
misses = on_a_line - (line[0] + line[1] * sun)
farthest = np.max(np.abs(misses))
print(f"on a line: off by {farthest:.6f} at most")
comes_to_rest = farthest < 1e-9

# Two scaled columns that go together.
together, alone = 0.9, scale(np.array([1, -1, 0, -1, 1]))
warm = together * sun + np.sqrt(1 - together**2) * alone
inputs = np.column_stack([np.ones(5), sun, warm])
flattest, *_, steepest = np.linalg.eigvalsh(inputs.T @ inputs)
narrow = steepest / flattest
print(f"two columns: {narrow:.0f} to one")
is_no_bowl = narrow > 10
