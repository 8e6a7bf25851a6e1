import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
x, y = table[33:, 1], table[33:, 2]
pile = np.sort(y[x == 8])
lower, upper = pile[4], pile[5]
for height in (lower, np.mean(pile), upper):
    total = np.sum(np.abs(pile - height))
    print(f"through {height:.3f}:", end=" ")
    print(f"total miss {total:.2f}")
