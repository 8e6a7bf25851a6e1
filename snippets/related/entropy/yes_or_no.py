import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import entropy


def bits(pear):
    return entropy([pear, 1 - pear], base=2)


chances = np.linspace(0, 1, 51)
baskets = {"one in ten": 0.1, "one in four": 0.25, "half": 0.5}
one_in_ten = bits(0.1)
for name, pear in baskets.items():
    print(f"{name:11} {bits(pear):.4f} bits")

fig, ax = plt.subplots(figsize=(5, 3.6))
ax.plot(chances, bits(chances), color="C2")
for name, pear in baskets.items():
    ax.plot(pear, bits(pear), "o", color="C2")
    ax.text(pear + 0.03, bits(pear) - 0.1, f"{name}: {bits(pear):.2f}")
ax.set_title("How uncertain is a yes or a no?")
ax.set(xlabel="chance of a pear", ylabel="entropy (bits)")
plt.show()
