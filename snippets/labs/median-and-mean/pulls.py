import matplotlib.pyplot as plt
import numpy as np

harvests = np.array([1, 2, 3, 4, 100])


def l1_pull(forecast):
    up = np.sum(harvests > forecast)
    return up - np.sum(harvests < forecast)


def l2_pull(forecast):
    return np.sum(harvests - forecast)


print("forecast  L1 pull  L2 pull")
for forecast in [2.5, 3, 3.5, 10, 22, 50]:
    l1, l2 = l1_pull(forecast), l2_pull(forecast)
    print(f"{forecast:8.1f} {l1:+8d} {l2:+8.1f}")

figure, (top, bottom) = plt.subplots(2, figsize=(4.4, 4.6))
edges = [0, 1, 2, 3, 4, 6.5]
steps = [l1_pull(edge + 0.5) for edge in edges[:-1]]
top.stairs(steps, edges, baseline=None, color="C0", linewidth=2.6)
top.plot(harvests[:4], [0] * 4, "|", color="C2", markersize=14)
top.text(3.15, 0.9, "no pull at the third")
top.text(6.5, 3, "the fifth tree\nis far off", ha="right")
top.set(title="L1: stairs, zero at the median", ylabel="pull")
span = np.array([0, 104])
bottom.plot(span, [l2_pull(end) for end in span], "--", color="C1")
bottom.plot(harvests, [0] * 5, "|", color="C2", markersize=14)
bottom.text(26, 30, "no pull at the mean")
bottom.set(title="L2: straight, zero at the mean", ylabel="pull")
bottom.set(xlabel="forecast (apples)")
for axes in (top, bottom):
    axes.axhline(0, color="C2", linewidth=1)
plt.show()
