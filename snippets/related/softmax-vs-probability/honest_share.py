import matplotlib.pyplot as plt
import numpy as np

chance = 0.7
rest, certain, nothing = 1 - chance, 1, 0
chance_squared, rest_squared = chance**2, rest**2
shares = np.linspace(0, 1, 41)
l1 = chance * (1 - shares) + (1 - chance) * shares
l2 = chance * (1 - shares) ** 2 + (1 - chance) * shares**2

l1_best, l2_best = shares[np.argmin(l1)], shares[np.argmin(l2)]
l1_least, l2_least = np.min(l1), np.min(l2)
l1_honest, l2_certain = l1[28], l2[40]
l1_boasts = l1_best == certain > chance
l2_is_honest = abs(l2_best - chance) < 1e-9
print(f"Apple {chance:.1f}, other {rest:.1f}")
print(f"squared {chance_squared:.2f}, {rest_squared:.2f}")
print(f"   say {chance:.1f} or {certain:.1f}")
print(f"L1 {l1_honest:.3f} or {l1_least:.3f}, least at {l1_best:.1f}")
print(f"L2 {l2_least:.3f} or {l2_certain:.3f}, least at {l2_best:.1f}")

figure, axes = plt.subplots(figsize=(5, 3.4))
axes.plot(shares, l1, color="C0")
axes.plot(l1_best, l1_least, "o", color="C0", markersize=10, clip_on=False)
axes.plot(shares, l2, "--", color="C1")
axes.plot(l2_best, l2_least, "s", color="C1", markersize=10)
axes.text(0.3, 0.61, "L1 is least at certainty", color="C0")
axes.text(0.62, 0.1, "L2 is least at the chance", color="C1", ha="center")
axes.set(
    title="L2 rewards the truth, L1 the boast",
    xlabel="share announced, where the chance is 0.7",
    ylabel="mean loss",
    ylim=(0, 0.75),
)
plt.show()
