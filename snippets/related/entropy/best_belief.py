import matplotlib.pyplot as plt
import numpy as np
from scipy.special import xlogy

apples, pears = 3, 1
share = apples / (apples + pears)
beliefs = np.arange(101) / 100
cross_entropy = -xlogy(share, beliefs) - xlogy(1 - share, 1 - beliefs)
l1 = share * (1 - beliefs) + (1 - share) * beliefs
l2 = share * (1 - beliefs) ** 2 + (1 - share) * beliefs**2
cross_entropy_best = beliefs[np.argmin(cross_entropy)]
l1_best, l2_best = beliefs[np.argmin(l1)], beliefs[np.argmin(l2)]
cross_entropy_least = np.min(cross_entropy)
l1_least, l2_least = np.min(l1), np.min(l2)
both_proper = cross_entropy_best == l2_best == share
l1_boasts = l1_best == 1 > share
print("               best belief  mean loss")
print(f"cross-entropy {cross_entropy_best:12.2f} {cross_entropy_least:10.4f}")
print(f"L2            {l2_best:12.2f} {l2_least:10.4f}")
print(f"L1            {l1_best:12.2f} {l1_least:10.4f}")

fig, ax = plt.subplots(figsize=(5, 3.6))
ax.axvline(share, color="C2", linewidth=0.8)
ax.plot(beliefs[::4], cross_entropy[::4], ":", color="C2")
ax.plot(beliefs[::4], l1[::4], color="C0")
ax.plot(beliefs[::4], l2[::4], "--", color="C1")
ax.plot(cross_entropy_best, cross_entropy_least, "D", color="C2")
ax.plot(l1_best, l1_least, "o", color="C0", markersize=9)
ax.plot(l2_best, l2_least, "s", color="C1", markersize=9)
ax.text(share - 0.02, 1.42, "the true chance", ha="right")
ax.text(0.35, 1.02, "cross-entropy")
ax.text(0.02, 0.8, "L1", color="C0")
ax.text(0.02, 0.5, "L2", color="C1")
ax.set_title("Only L1 is lowest at a wrong chance")
ax.set(xlabel="chance you give to an apple", ylabel="mean loss")
ax.set(ylim=(0, 1.6), yticks=[0, 0.5, 1, 1.5])
plt.show()
