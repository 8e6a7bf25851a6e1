import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import ConnectionPatch

threshold = 5.5
worms = 40
wormy_scores = [9, 8, 6, 3]
sound_scores = [7, 6, 4, 2, 2, 1]

# Each rate is a mean of True and False, of one kind of apple alone.
tpr = np.mean(np.greater_equal(wormy_scores, threshold))
fpr = np.mean(np.greater_equal(sound_scores, threshold))
print(f"TPR {tpr:.2f}, FPR {fpr:.2f}")

# A thousand such apples, of which so many in a hundred have a worm.
wormy, sound = 10 * worms, 10 * (100 - worms)
caught, false_alarms = wormy * tpr, sound * fpr
missed, passed = wormy - caught, sound - false_alarms
precision = caught / (caught + false_alarms)
print(f"{caught:.0f} worms caught, {missed:.0f} missed")
print(f"{false_alarms:.0f} false alarms, {passed:.0f} sound apples passed")
print(f"Alarms that are right: {precision:.2f}")

# The curve: both rates at every score, the highest first.
across, up = [0], [0]
for score in np.sort(wormy_scores + sound_scores)[::-1]:
    alarms = np.greater_equal(sound_scores, score)
    hits = np.greater_equal(wormy_scores, score)
    across.append(np.mean(alarms))
    up.append(np.mean(hits))

fig, panels = plt.subplot_mosaic(
    [["rows", "rows"], ["curve", "bars"]],
    height_ratios=[1, 2],
    figsize=(5, 4.1),
)
rows, curve, bars = panels["rows"], panels["curve"], panels["bars"]
dark = rows.title.get_color()
rows.axvline(threshold, color="C2", linestyle="--", linewidth=1.5)
heights = [1, 1, 1, 1, 0, 0, 0, -0.2, 0.3, 0]
colors = [dark] * 4 + ["C2"] * 6
for score, height, color in zip(wormy_scores + sound_scores, heights, colors):
    full = color if score >= threshold else "none"
    [mark] = rows.plot(score, height, "o", color=color, mfc=full, ms=11)
    mark.set(markeredgewidth=2, clip_on=False)
rows.set_title("Filled: the machine says worm")
rows.set(xlabel="score", xlim=(0.5, 9.05), ylim=(-0.5, 1.5))
rows.set_xticks(range(1, 10))
rows.set_yticks([1, 0], ["wormy", "sound"])
rows.tick_params(axis="y", length=0)

curve.plot([0, 1], [0, 1], ":", color="C2", linewidth=1.5)
curve.plot(across, up, color=dark)
curve.plot(fpr, tpr, "o", color=dark, markersize=12)
curve.set_title("The ROC curve rises")
curve.set(xlabel="FPR", ylabel="TPR", xlim=(-0.06, 1.1), ylim=(-0.06, 1.06))
curve.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])

share = worms / 100
for height, pale in [(1, 0.2), (tpr, 1)]:
    bars.bar(0, height, share, align="edge", color=dark, alpha=pale)
for height, pale in [(1, 0.2), (fpr, 1)]:
    bars.bar(share, height, 1 - share, align="edge", color="C2", alpha=pale)
bars.set_title("Heights are rates")
bars.text(share / 2, -0.09, "wormy", ha="center", va="top")
bars.text((1 + share) / 2, -0.09, "sound", ha="center", va="top")
bars.set(xlim=(0, 1), ylim=(-0.06, 1.06), xticks=[], yticks=[])
bars.spines[:].set_visible(False)

guide = ConnectionPatch((fpr, tpr), (0, tpr), "data", axesA=curve, axesB=bars)
guide.set(color="C2", linestyle="--", linewidth=1, zorder=-1)
fig.add_artist(guide)
plt.show()
