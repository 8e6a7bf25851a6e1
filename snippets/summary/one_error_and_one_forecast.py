import matplotlib.pyplot as plt
import numpy as np

sizes = np.linspace(-3, 3, 31)
harvests = np.array([1, 2, 3, 4, 100])
tries = np.linspace(0, 40, 41)
misses = np.abs(harvests - tries[:, np.newaxis])
l1_losses = misses.mean(axis=1)
l2_roots = np.sqrt((misses**2).mean(axis=1))
l1_best = tries[l1_losses.argmin()]
l2_best = tries[l2_roots.argmin()]
print(f"least L1 {l1_losses.min():.2f} at the median, {l1_best:.0f}")
print(f"least root of L2 {l2_roots.min():.2f} at the mean, {l2_best:.0f}")
median_is_best = l1_best == np.median(harvests)
mean_is_best = l2_best == np.mean(harvests)

figure, (left, right) = plt.subplots(ncols=2, figsize=(5, 2.7))
left.plot(sizes, np.abs(sizes), color="C0")
left.plot(sizes, sizes**2, "--", color="C1")
left.text(2.9, 0.6, "L1", color="C0", ha="right")
left.text(-1.8, 6.5, "L2", color="C1")
left.set_title("L2 outgrows L1", weight="normal")
left.set(xlabel="error", ylabel="penalty")
left.set(xticks=[-3, 0, 3], yticks=[0, 3, 6, 9])
right.plot(tries, l1_losses, color="C0")
right.plot(tries, l2_roots, "--", color="C1")
right.plot(l1_best, l1_losses.min(), "o", color="C0")
right.plot(l2_best, l2_roots.min(), "s", color="C1")
right.text(26, 24, "L1", color="C0")
right.text(8, 45, "root of L2", color="C1")
bests = f"Best at {l1_best:.0f} and at {l2_best:.0f}"
right.set_title(bests, weight="normal")
right.set(xlabel="forecast", ylabel="loss", ylim=(15, 50))
figure.suptitle("L1 asks for the median, L2 for the mean")
plt.show()
