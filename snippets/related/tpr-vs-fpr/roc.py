import matplotlib.pyplot as plt
import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
scores = np.union1d(wormy_scores, sound_scores)
dial = np.append(10, scores[::-1])

tpr = [np.mean(wormy_scores >= position) for position in dial]
fpr = [np.mean(sound_scores >= position) for position in dial]
neither_falls = bool(np.all(np.diff([fpr, tpr]) >= 0))
print("dial   FPR   TPR")
for position, across, up in zip(dial, fpr, tpr):
    print(f"{position:4}  {across:.2f}  {up:.2f}")

fig, ax = plt.subplots(figsize=(5, 3.7))
dark = ax.title.get_color()
ax.fill_between(fpr, tpr, color="C2", alpha=0.15, linewidth=0)
ax.plot(fpr, tpr, "o-", color=dark)
ax.plot([0, 1], [0, 1], ":", color="C2", linewidth=1.5)
for position, across, up in zip(dial, fpr, tpr):
    ax.text(across + 0.03, up - 0.075, f"{position}")
ax.text(0.03, 1.03, "perfect", color="C2")
ax.plot(0, 1, "*", color="C2", markersize=13, clip_on=False)
ax.text(0.66, 0.57, "tossing a coin")
ax.text(0.5, 0.1, "the numbers are\npositions of the dial")
ax.set_title("Up for a worm, right for a false alarm")
ax.set(xlabel="false positive rate", ylabel="true positive rate")
ax.set(xlim=(-0.05, 1.1), ylim=(-0.1, 1.12))
plt.show()
