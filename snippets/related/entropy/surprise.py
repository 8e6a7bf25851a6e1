import numpy as np
from scipy.stats import entropy

base, apples, pears = 2, 3, 1
apple_chance = apples / (apples + pears)
pear_chance = pears / (apples + pears)
apple_surprise, pear_surprise = -np.log2([apple_chance, pear_chance])
mean_surprise = apple_chance * apple_surprise + pear_chance * pear_surprise
scipy_entropy = entropy([apples, pears], base=base)
print(f"surprises: {apple_surprise:.4f} and {pear_surprise:.4f} bits")
print(f"their weighted mean: {mean_surprise:.4f} bits")
print(f"scipy.stats.entropy: {scipy_entropy:.4f} bits")

twice_chance = pear_chance * pear_chance
twice_surprise = -np.log2(twice_chance)
surprises_add_up = twice_surprise == pear_surprise + pear_surprise
print(f"two pears: chance {twice_chance:.4f}, {twice_surprise:.4f} bits")

fair, certain = entropy([1, 1], base=base), entropy([4, 0], base=base)
print(f"half apples, half pears: {fair:.4f} bits")
print(f"nothing but apples:      {certain:.4f} bits")
