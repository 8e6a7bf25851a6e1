import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import entropy

wormy = np.array([1, 1, 1, 1, 0, 0, 0, 0])
hole = np.array([1, 1, 1, 0, 0, 0, 0, 0])
soft = np.array([1, 0, 0, 1, 0, 0, 0, 0])
red = np.array([0, 1, 0, 1, 1, 0, 1, 0])


def bits(truths):
    return entropy(np.bincount(truths), base=2)


def gain(truths, answers):
    yes, no = truths[answers == 1], truths[answers == 0]
    left = len(yes) * bits(yes) + len(no) * bits(no)
    return bits(truths) - left / len(truths)


before = bits(wormy)
hole_gain, soft_gain = gain(wormy, hole), gain(wormy, soft)
red_gain = gain(wormy, red)
hole_is_best = hole_gain > soft_gain > red_gain
red_gains_nothing = abs(red_gain) < 1e-9
with_hole, without_hole = np.sum(hole == 1), np.sum(hole == 0)
apple_count = len(wormy)
hole_bits, no_hole_bits = bits(wormy[hole == 1]), bits(wormy[hole == 0])
rows = [("hole", hole), ("soft", soft), ("red", red)]
print(f"before any question: {before:.2f} bits")
for name, answers in rows:
    print(f"{name} gains {gain(wormy, answers):.2f} bits")

fig, ax = plt.subplots(figsize=(5, 3.2))
for row, (name, answers) in enumerate(rows):
    ax.text(-0.7, row, f"{name}?", va="center", ha="right")
    for answer, left in (1, 0), (0, 4.6):
        group = wormy[answers == answer]
        for place, worm in enumerate(group):
            full = "C2" if worm else "none"
            mark = {"color": "C2", "markerfacecolor": full}
            ax.plot(left + 0.75 * place, row, "o", markersize=11, **mark)
        ax.text(left - 0.25, row + 0.48, f"{bits(group):.2f} bits")
    ax.text(9.5, row, f"{gain(wormy, answers):.2f}", va="center")
for place, name in (-0.25, "yes"), (4.35, "no"), (9.5, "gain"):
    ax.text(place, -0.6, name)
ax.set_title("Ask about the hole first: it gains most")
ax.set(xlim=(-2.4, 11.2), ylim=(2.8, -0.9))
ax.axis("off")
plt.show()
