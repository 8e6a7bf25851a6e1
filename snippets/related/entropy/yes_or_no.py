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

fig, ax = plt.subplots(figsize=(5, 3.6))
ax.plot(chances, bits(chances), color="C2")
ax.plot([0.1, 0.25, 0.5], [one_in_ten, one_in_four, half], "o", color="C2")
ax.text(0.14, 0.43, f"one in ten: {one_in_ten:.2f}")
ax.text(0.29, 0.76, f"one in four: {one_in_four:.2f}")
ax.text(0.5, 1.05, f"half: {half:.2f}", ha="center")
ax.set_title("How uncertain is a yes or a no?")
ax.set(xlabel="chance of a pear", ylabel="entropy (bits)", ylim=(-0.05, 1.15))
plt.show()
