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


none, two, five = efficiency(0), efficiency(0.002), efficiency(0.005)
ten, fifty = efficiency(0.01), efficiency(0.05)
crossover = brentq(lambda share: efficiency(share) - 1, 0, 0.01)
in_a_thousand = 1000 * crossover
wild_crossover = brentq(lambda share: efficiency(share, 10) - 1, 0, 0.001)
wild_one_in = 1 / wild_crossover
print(f"bad points in a thousand: 0: {none:.7f}, 2: {two:.3f}")
print(f"5: {five:.3f}, 10: {ten:.3f}, 50: {fifty:.3f}")
print(f"equal at a share of {crossover:.7f}, {in_a_thousand:.2f} in a thousand")
print(f"ten times as noisy: equal at one in {wild_one_in:.0f}")

shares = np.geomspace(0.0001, 0.5, 40)
figure, axes = plt.subplots(figsize=(5, 3.6))
axes.axhline(1, color="C2", linestyle="--", linewidth=1)
axes.plot(shares, efficiency(shares), color="C0")
axes.plot(crossover, 1, "o", color="C2")
axes.text(0.00012, 1.04, "equally good", color="C2")
axes.text(0.0015, 1.6, "L1 is better", color="C0")
axes.text(0.002, 0.83, "L2 is better", color="C1")
axes.set(title="Mean deviation against standard deviation", xscale="log")
axes.set(xticks=[0.0001, 0.001, 0.01, 0.1], ylim=(0.7, 2.2))
axes.set_xticklabels(["0.01 %", "0.1 %", "1 %", "10 %"])
axes.set(xlabel="share of bad points", ylabel="efficiency")
plt.show()
