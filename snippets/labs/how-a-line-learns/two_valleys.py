import matplotlib.pyplot as plt
import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
rate, l1_rate, short, many = 0.045, 1.5, 0.15, 40
scaled = (weeks - np.mean(weeks)) / np.std(weeks)


def learn(column, push, rate, steps=many):
    line = np.array([0, 0])
    path = [line]
    for _ in range(steps):
        pulls = push(apples - (line[0] + line[1] * column))
        pull = np.mean(pulls), np.mean(pulls * column)
        line = line + rate * np.array(pull)
        path.append(line)
    ups = np.diff(np.array(path)[:, 1])
    turns = np.sum(ups[1:] * ups[:-1] < 0)
    return np.array(path).T, turns


figure, panels = plt.subplots(1, 2, figsize=(5, 2.75))
turn = np.linspace(0, 2 * np.pi, 25)
turned = []
for axes, name, column, (left, right, low) in zip(
    panels,
    ["weeks", "weeks, scaled"],
    [weeks, scaled],
    [(-3, 22, -4), (-5, 60, -24)],
):
    slope, start = np.polyfit(column, apples, 1)
    up = 8 * np.sin(turn) / np.std(column)
    across = 8 * np.cos(turn) - np.mean(column) * up
    axes.plot(start + across, slope + up, color="C2", linewidth=1)
    l2_path, l2 = learn(column, lambda errors: 2 * errors, rate)
    l1_path, l1 = learn(column, np.sign, l1_rate)
    turned += [l2, l1]
    print(f"{name}: L2 {l2} turns, L1 {l1}")
    for color, path in ("C1", l2_path), ("C0", l1_path):
        axes.plot(*path, color=color, linewidth=1)
        axes.plot(*path[:, -1], "o", color=color)
    axes.set(title=name, xlabel="intercept", xlim=(left, right))
    axes.set(ylim=(low, low + right - left), aspect=1)
panels[0].set(ylabel="slope")
plt.show()

l2_turns, l1_turns, l2_scaled_turns, l1_scaled_turns = turned
once_scaled = max(l2_scaled_turns, l1_scaled_turns)
both_zigzag = min(l2_turns, l1_turns) > 30 > 2 > once_scaled
_, short_turns = learn(weeks, np.sign, short)
_, later_turns = learn(weeks, np.sign, short, 10 * many)
print(f"L1 at rate {short}: {short_turns} turns")
print(f"after ten times as many steps: {later_turns}")
short_turn_later = short_turns == 0 and later_turns > 0
