import matplotlib.pyplot as plt
import numpy as np

weeks = [1, 3, 4, 5, 7]
apples = [20, 30, 42, 52, 66]
rate = 0.045
step_count = 24
zero = 0
one = 1
most = 24

unit = max(abs(one - zero), 0.5)  # the marks never meet
column = (np.array(weeks) - zero) / unit
intercept = slope = 0
path = [[intercept, slope]]
while len(path) <= min(step_count, most):
    errors = apples - (intercept + slope * column)
    intercept = intercept + rate * 2 * np.mean(errors)
    slope = slope + rate * 2 * np.mean(errors * column)
    if abs(intercept) + abs(slope) > 1_000:
        break  # it has run away
    path.append([intercept, slope])
steps = len(path) - 1
intercept, slope = path[-1]
misses = apples - (intercept + slope * column)
loss = np.mean(misses * misses)

# The foot of the valley, and its curvatures.
middle = np.mean(column)
far = column - middle
square = np.mean(far * far)
best_slope = np.mean(far * apples) / square
best_intercept = np.mean(apples) - best_slope * middle
whole = middle * middle + square
root = np.sqrt((1 - whole) * (1 - whole) + 4 * middle * middle)
steepest = 1 + whole + root
flattest = 4 * square / steepest
ratio = steepest / flattest
limit = 2 / steepest
print(f"loss {loss:z.2f} after {steps} steps")
print(f"{ratio:.1f} to one, rates below {limit:.4f}")

ratios = [1.7, 1]
figure, (above, below) = plt.subplots(
    2, figsize=(5, 4.25), height_ratios=ratios
)
turn = 2 * np.pi * np.arange(25) / 24
for size in 5, 12:
    up = size * np.sin(turn) / np.sqrt(square)
    across = size * np.cos(turn) - middle * up
    ring = best_intercept + across, best_slope + up
    above.plot(*ring, color="C2", linewidth=1)
# As many marks as steps can be: those to come wait at the end.
places = np.array((path + path[-1:] * most)[: most + 1])
dots = {"color": "C1", "markersize": 2, "linewidth": 0.4}
above.plot(*places.T, "o-", **dots)
above.plot(*places[-1], "o", color="C1", markersize=6)
above.set(title="Each line is a point, L2 is a valley")
above.set(xlabel="intercept", ylabel="slope", aspect=1)
above.set(xlim=(-6, 56), ylim=(-4, 24), yticks=[0, 10, 20])
ends = np.array([0, 8])
heights = intercept + slope * (ends - zero) / unit
below.plot(ends, heights, color="C1")
below.plot(weeks, apples, "o", color="C2")
below.plot([zero, one], [118, 118], "s", color="C2", mfc="none")
below.text(zero, 78, "zero", color="C2", ha="center")
below.text(one, 78, "one", color="C2", ha="center")
below.set(title="The line after the last step")
below.set(xlabel="sunny weeks", ylabel="apples")
below.set(xlim=(-0.8, 8.4), ylim=(-10, 130), yticks=[0, 50, 100])
plt.show()
