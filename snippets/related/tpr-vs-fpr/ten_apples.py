import matplotlib.pyplot as plt
import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
threshold = 5

caught = np.sum(wormy_scores >= threshold)
alarms = np.sum(sound_scores >= threshold)
missed = len(wormy_scores) - caught
passed = len(sound_scores) - alarms
print(f"Scores of wormy apples: {wormy_scores}")
print(f"Scores of sound apples: {sound_scores}")
print(f"From {threshold} on the machine says worm:")
print(f"{caught} worms caught, {alarms} false alarms,")
print(f"{missed} worm missed, {passed} sound apples passed")

fig, ax = plt.subplots(figsize=(5, 2.9))
dark = ax.title.get_color()
ax.axvspan(threshold, 10, color="C2", alpha=0.15, linewidth=0)
ax.axvline(threshold, color="C2", linestyle="--", linewidth=1.5)
heights = [0, 0, 0, 0, 0.22, 0]
ax.plot(wormy_scores, np.ones(4), "o", color=dark, markersize=13)
ax.plot(
    sound_scores,
    heights,
    "o",
    color="C2",
    fillstyle="none",
    markersize=13,
    mew=2,
)
ax.text(7.5, 1.25, f"{caught} caught", ha="center")
ax.text(2.5, 1.25, f"{missed} missed", ha="center")
ax.text(7.5, -0.42, f"{alarms} false alarms", ha="center")
ax.text(2.5, -0.42, f"{passed} passed", ha="center")
ax.text(4.8, 1.72, "says sound", ha="right")
ax.text(5.2, 1.72, "says worm")
worms = len(wormy_scores)
ax.set_title(f"{caught} of {worms} worms caught, {alarms} false alarms")
ax.set(xlabel="score", xlim=(0, 10), ylim=(-0.6, 2))
ax.set_yticks([1, 0], ["wormy", "sound"])
ax.tick_params(axis="y", length=0)
plt.show()
