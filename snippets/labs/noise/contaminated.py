import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import brentq


def efficiency(share, times=3):
    good = 1 - share
    variance = good + share * times**2
    fourth_moment = 3 * (good + share * times**4)
    mean_deviation = np.sqrt(2 / np.pi) * (good + share * times)
    l2_wobble = (fourth_moment / variance**2 - 1) / 4
    l1_wobble = variance / mean_deviation**2 - 1
    return l2_wobble / l1_wobble


def of_the_median(share):
    height = 1 - share + share / 3
    return (2 / np.pi) * (1 + 8 * share) * height**2


none, two, five = efficiency(0), efficiency(0.002), efficiency(0.005)
ten, fifty = efficiency(0.01), efficiency(0.05)
hundred, two_hundred = efficiency(0.1), efficiency(0.2)
crossover = brentq(lambda share: efficiency(share) - 1, 0, 0.01)
in_a_thousand = 1000 * crossover
wild_crossover = brentq(lambda share: efficiency(share, 10) - 1, 0, 0.001)
wild_one_in = 1 / wild_crossover
print("Mean deviation to standard deviation,")
print("by bad points in a thousand:")
print(f"none: {none:.7f}, two: {two:.3f},")
print(f"five: {five:.3f}, ten: {ten:.3f},")
print(f"fifty: {fifty:.3f}, a hundred: {hundred:.3f},")
print(f"two hundred: {two_hundred:.3f}")
print(f"equal at {crossover:.7f}, {in_a_thousand:.2f} in a thousand")
print(f"ten times as noisy: equal at one in {wild_one_in:,.0f}")
l1_wins_at_two = none < 1 < two
far_fewer = 100 * wild_crossover < crossover

shares = np.geomspace(0.0001, 0.5, 25)
opposite_at_fifty = of_the_median(0.05) < 1 < fifty
later = brentq(lambda share: of_the_median(share) - 1, 0, 0.5)
figure, axes = plt.subplots(figsize=(5, 3.4))
axes.axhline(1, color="C2", linestyle=":", linewidth=1.4)
axes.plot(shares, efficiency(shares), color="C2")
axes.plot(shares, of_the_median(shares), "-.", color="C2")
axes.plot([crossover, later], [1, 1], "o", color="C2")
axes.text(0.0019, 0.87, f"one in {1 / crossover:.0f}")
axes.text(0.12, 0.87, f"one in {1 / later:.0f}")
axes.text(0.00012, 1.25, "L1 is better above", color="C0")
axes.text(0.00012, 0.74, "L2 is better below", color="C1")
axes.text(0.006, 1.55, "spread", ha="right")
axes.text(0.03, 0.6, "middle")
axes.set(title="L1 wins the spread early, the middle late", xscale="log")
axes.set(xticks=[0.0001, 0.001, 0.01, 0.1], ylim=(0.5, 2.2))
axes.set_xticklabels(["0.01 %", "0.1 %", "1 %", "10 %"])
axes.set(xlabel="share of bad points", ylabel="efficiency of L1 relative to L2")
plt.show()
