import matplotlib.pyplot as plt
import numpy as np

trees = [1, 2, 3, 4, 100]
forecast = 10
power = 4
if not 1 <= power <= 8:
    raise ValueError("The power goes from one to eight.")
harvests = np.sort(np.array(trees, dtype=float))


def pulls(place, power):
    far = harvests - place
    return np.sign(far) * np.abs(far) ** (power - 1)


def rope(power):  # each tree's part of all pull, laid end to end
    pull = pulls(forecast, power)
    parts = 100 * np.abs(pull) / np.sum(np.abs(pull))
    left = np.sum(parts[pull < 0])
    joints = [-left]
    for part in parts:
        joints.append(joints[-1] + part)
    return left, joints


def miss(place, power):  # the mean power of the misses, in apples again
    return np.mean(np.abs(harvests - place) ** power) ** (1 / power)


def balance(power):  # halve, and keep the half towards which all pull
    low, high = harvests[0], harvests[-1]
    for _ in range(60):
        middle = (low + high) / 2
        if np.sum(pulls(middle, power)) > 0:
            low = middle
        else:
            high = middle
    return high


l1_left, l1_joints = rope(1)
l2_left, l2_joints = rope(2)
power_left, power_joints = rope(power)

l1_best, l2_best = np.median(harvests), np.mean(harvests)
power_best = balance(power)
places = np.arange(0, 105, 4)
l1_curve = [miss(place, 1) for place in places]
l2_curve = [miss(place, 2) for place in places]
power_curve = [miss(place, power) for place in places]
l1_least, l2_least = miss(l1_best, 1), miss(l2_best, 2)
power_least = miss(power_best, power)
print("          L1    L2  power")
print(f"left %{l1_left:6.1f}{l2_left:6.1f} {power_left:6.1f}")
print(f"best  {l1_best:6.1f}{l2_best:6.1f} {power_best:6.1f}")

figure, (top, bottom) = plt.subplots(
    2, figsize=(5, 5.15), height_ratios=[4.6, 1]
)
rows = [-20, -50, -80, -110, -140, -170]
ends = [*trees, forecast]
comb = [place for end in ends for place in (forecast, end, forecast)]
comb_rows = [*np.repeat(rows, 3), 100]
top.plot([*comb, forecast], comb_rows, color="C2", linewidth=1)
top.plot(trees, rows[:5], "o", color="C2")
for row, color, line, curve, best, least, joints in [
    (2, "C0", "-", l1_curve, l1_best, l1_least, l1_joints),
    (1, "C1", "--", l2_curve, l2_best, l2_least, l2_joints),
    (0, "C2", "-.", power_curve, power_best, power_least, power_joints),
]:
    top.plot(places, curve, line, color=color)
    top.plot(best, least, "o", color=color)
    thick = {"linewidth": 5, "markersize": 14}
    bottom.plot(joints, [row] * 6, "|-", color=color, **thick)
bottom.axvline(0, linestyle=":", color="C2")
top.text(32, 88, "— L1", color="C0")
top.text(45, 88, "– – L2", color="C1")
top.text(63, 88, "–·– power", color="C2")
top.set(title="Where its pulls balance, a loss is lowest")
top.set(xlabel="apples", xlim=(0, 104), ylim=(-180, 100))
top.set(xticks=[0, 20, 40, 60, 80, 100], yticks=[0, 50, 100])
top.set_ylabel("typical miss", loc="top")
bottom.set(title="The longer side of a rope pulls harder", xlim=(-100, 100))
bottom.set_xticks([-100, 0, 100], ["left", "balance", "right"])
bottom.set_yticks([2, 1, 0], ["L1", "L2", "power"])
bottom.set(ylim=(-0.7, 2.7))
plt.show()
