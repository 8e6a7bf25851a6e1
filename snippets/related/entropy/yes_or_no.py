import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import entropy


def bits(pear):
    return entropy([pear, 1 - pear], base=2)


chances = np.linspace(0, 1, 41)
one_in_ten, one_in_four, half = bits(0.1), bits(0.25), bits(0.5)
print(f"one pear in ten:  {one_in_ten:.4f} bits")
print(f"one pear in four: {one_in_four:.4f} bits")
print(f"half of them:     {half:.4f} bits")

fig, ax = plt.subplots(figsize=(5, 2.4))
ax.plot(chances, bits(chances), color="C2")
ax.plot([0.1, 0.25, 0.5], [one_in_ten, one_in_four, half], "o", color="C2")
ax.text(0.15, 0.42, f"one in ten: {one_in_ten:.2f}")
ax.text(0.3, 0.74, f"one in four: {one_in_four:.2f}")
ax.text(0.5, 1.09, f"half: {half:.2f}", ha="center")
ax.text(0.02, -0.1, "all apples", va="center")
ax.text(0.98, -0.1, "all pears", va="center", ha="right")
ax.set_title("Half and half is the hardest to guess")
ax.set(xlabel="share of pears in the basket", ylabel="entropy (bits)")
ax.set(ylim=(-0.2, 1.25), yticks=[0, 0.5, 1])
plt.show()
