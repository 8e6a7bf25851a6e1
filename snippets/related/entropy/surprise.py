import numpy as np

base = 2
apples, pears = 3, 1
fruits = apples + pears
apple_chance, pear_chance = apples / fruits, pears / fruits

apple_surprise = -np.log2(apple_chance)
pear_surprise = -np.log2(pear_chance)
print(f"apple: chance {apple_chance:.2f}, {apple_surprise:.3f} bits")
print(f"pear:  chance {pear_chance:.2f}, {pear_surprise:.3f} bits")

twice_chance = pear_chance * pear_chance
twice_surprise = -np.log2(twice_chance)
print(f"two pears: chance {twice_chance:.4f}, {twice_surprise:.3f} bits")
