import matplotlib.pyplot as plt
import numpy as np

harvests = np.array([1, 2, 3, 4, 100])


def l1_pull(forecast):
    return np.sum(harvests > forecast) - np.sum(harvests < forecast)


def l2_pull(forecast):
    return np.sum(harvests - forecast)


print("forecast  L1 pull  L2 pull")
for forecast in [2.5, 3, 3.5, 10, 22, 50]:
    l1, l2 = l1_pull(forecast), l2_pull(forecast)
    print(f"{forecast:8.1f} {l1:+8d} {l2:+8.1f}")

fig, (top, bottom) = plt.subplots(2, figsize=(5, 4.8))
edges = [0, 1, 2, 3, 4, 6]
steps = [l1_pull(edge + 0.5) for edge in edges[:-1]]
top.stairs(steps, edges, baseline=None, color="C0", linewidth=2.6)
top.plot(harvests[:4], [0] * 4, "|", color="C2", markersize=14)
top.text(3.15, 0.9, "at rest at the third tree")
top.text(6, 3, "the fifth tree\nis far to the right", ha="right")
top.set(title="L1: each tree pulls equally hard", ylabel="pull")
span = np.array([0, 104])
bottom.plot(span, [l2_pull(end) for end in span], "--", color="C1")
bottom.plot(harvests, [0] * 5, "|", color="C2", markersize=14)
bottom.text(26, 30, "at rest at the mean")
bottom.set(title="L2: the further, the harder", ylabel="pull")
bottom.set(xlabel="forecast (apples)")
for ax in (top, bottom):
    ax.axhline(0, color="C2", linewidth=1)
plt.show()
