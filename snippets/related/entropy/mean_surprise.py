import numpy as np
from scipy.stats import entropy

apple_chance, pear_chance = 0.75, 0.25
apple_surprise, pear_surprise = -np.log2([apple_chance, pear_chance])
mean_surprise = apple_chance * apple_surprise + pear_chance * pear_surprise
scipy_entropy = entropy([apple_chance, pear_chance], base=2)
print(f"surprises: {apple_surprise:.4f} and {pear_surprise:.4f} bits")
print(f"their weighted mean: {mean_surprise:.4f} bits")
print(f"scipy.stats.entropy: {scipy_entropy:.4f} bits")

fair = entropy([0.5, 0.5], base=2)
certain = entropy([1, 0], base=2)
print(f"half apples, half pears: {fair:.4f} bits")
print(f"nothing but apples:      {certain:.4f} bits")
