import matplotlib.pyplot as plt
import numpy as np

scores = [3, 2, 0]
temperature = 1

# Behind the highest, so that no power can overflow.
divided = np.array(scores) / temperature
behind = np.max(divided) - divided
powers = np.exp(-behind)
shares = powers / np.sum(powers)

apple_divided, pear_divided, quince_divided = divided
apple_behind, pear_behind, quince_behind = behind
apple_share, pear_share, quince_share = shares
print("fruit     divided  behind  share")
for name, *row in zip(["apple", "pear", "quince"], divided, behind, shares):
    print("{:6}{:11.2f}{:8.2f}{:7.3f}".format(name, *row))

fig, (left, right) = plt.subplots(1, 2, figsize=(5, 2.7))
rows = np.array([5, 3, 1]) / 6
left.barh(rows, divided, 0.16, facecolor=("C2", 0.5))
left.plot(scores, rows, "o", color="C2", markersize=6)
left.axvline(0, color="C2", linewidth=1)
left.set(title="Scores: any number", xlim=(-2.2, 8.5), xticks=[-2, 0, 2, 4, 6])
left.set(xlabel="dot: score\nbar: score ÷ temperature")
left.set_yticks(rows, ["apple", "pear", "quince"])
right.barh(rows, shares, 0.16, facecolor=("C2", 0.5))
right.axvline(0.5, color="C2", linestyle=":")
right.set(xlim=(0, 1), xticks=[0, 0.5, 1], yticks=[])
right.set(title="Shares: sum is one", xlabel="bar: share\ndotted: one half")
for axes in [left, right]:
    axes.set_ylim(0, 1)
plt.show()
