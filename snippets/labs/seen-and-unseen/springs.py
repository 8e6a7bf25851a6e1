import matplotlib.pyplot as plt
import numpy as np

degree = 7
alpha = 0
draw = 1
rain = [1, 2, 3, 4, 5, 6.5, 7, 8]
harvests = [57, 76, 112, 108, 121, 104, 112, 87]
unseen_rain = [1.5, 2.5, 3.5, 4.5, 5.5, 6, 7.5]

bends = min(max(int(degree), 0), 7)
weeks = np.linspace(1, 8, 113)

# The unseen springs: the rule, and luck from -8 to 8.
number, luck = int(draw), []
for _ in unseen_rain:  # by Park and Miller
    number = number * 16807 % 2147483647
    luck.append(number % 17 - 8)
far = np.array(unseen_rain) - 5
unseen = 120 - 4 * far**2 + luck

# One degree after another: each adds a power of the
# weeks, scaled, less what those before it explain.
places = np.concatenate([rain, unseen_rain, weeks])
places = (places - 4.5) / 3.5
curve = np.full(len(places), np.mean(harvests))
curves, shapes, power = [curve], [], 1
for column in range(7):
    power = power * places
    centred = power - np.mean(power[:8])
    scaled = centred / np.std(power[:8])
    # Alpha acts as seven rows more, whose harvest is zero.
    rows = np.sqrt(alpha) * np.eye(7)[column]
    shape = np.concatenate([rows, scaled])
    for other in shapes:
        shared = np.sum((shape * other)[:15])
        shape = shape - shared * other
    shape = shape / np.sqrt(np.sum((shape * shape)[:15]))
    shapes.append(shape)
    weight = np.sum(shape[7:15] * harvests)
    curve = curve + weight * shape[7:]
    curves.append(curve)

seen_misses = [harvests - curve[:8] for curve in curves]
unseen_misses = [unseen - curve[8:15] for curve in curves]
seen_squares = [np.mean(each * each) for each in seen_misses]
unseen_squares = [np.mean(each * each) for each in unseen_misses]
seen_l1 = np.mean(np.abs(seen_misses[bends]))
unseen_l1 = np.mean(np.abs(unseen_misses[bends]))
seen_l2, unseen_l2 = seen_squares[bends], unseen_squares[bends]
best = np.argmin(unseen_squares)
drawn, told = curves[bends][15:], curves[bends][8:15]
seen_roots = np.sqrt(seen_squares)
unseen_roots = np.sqrt(unseen_squares)
print(f"seen:   L1 {seen_l1:z6.2f}, L2 {seen_l2:z7.2f}")
print(f"unseen: L1 {unseen_l1:z6.2f}, L2 {unseen_l2:z7.2f}")

figure, (above, below) = plt.subplots(2, figsize=(5, 4.7))
for week, apples, forecast in zip(unseen_rain, unseen, told):
    ends = [apples, forecast]
    above.plot([week, week], ends, color="C2", linewidth=1.2)
above.plot(weeks, drawn, color="C1")
above.plot(rain, harvests, "o", color="C2", markersize=8)
above.plot(unseen_rain, unseen, "s", color="C2", mfc="none")
above.text(4.5, 24, "dots: seen, squares: unseen", ha="center")
above.set(title="How far off it is, seen and unseen")
above.set(xlabel="rainy weeks in spring", ylabel="apples")
above.set(xlim=(0.7, 8.3), ylim=(15, 140), xticks=range(1, 9))
below.plot(seen_roots, color="C1", linewidth=1.6)
below.plot(unseen_roots, "--", color="C1", linewidth=1.6)
below.plot(bends, seen_roots[bends], "o", color="C1", markersize=9)
unseen_root = unseen_roots[bends]
below.plot(bends, unseen_root, "s", color="C1", mfc="none", markersize=9)
below.text(3.5, 25, "line: seen, dashes: unseen", ha="center")
below.set(title="Unseen, one degree is best")
below.set(xlabel="degree", ylabel="root of L2")
below.set(xlim=(-0.3, 7.3), ylim=(-2, 30), xticks=range(8))
plt.show()
