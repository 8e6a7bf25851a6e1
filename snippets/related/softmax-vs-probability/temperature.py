import matplotlib.pyplot as plt
import numpy as np
from scipy.special import softmax

scores = np.array([3, 2, 0])
cold, hot = 0.5, 5
cold_share, hot_share = softmax(scores / cold)[0], softmax(scores / hot)[0]
print("temperature  apple   pear  quince")
for temperature in [0.1, cold, 1, hot, 100]:
    apple, pear, quince = softmax(scores / temperature)
    print(f"{temperature:11}  {apple:.3f}  {pear:.3f}   {quince:.3f}")

rows = [hot, 1, cold]
shares = np.array([softmax(scores / temperature) for temperature in rows])
figure, axes = plt.subplots(figsize=(5, 2.4))
begin = np.zeros(3)
for fruit, strength in enumerate([0.5, 0.25, 0]):
    part = shares[:, fruit]
    axes.barh(
        [0, 1, 2], part, 0.7, begin, facecolor=("C2", strength), edgecolor="C2"
    )
    begin += part
for row, (apple, pear) in enumerate(shares[:, :2]):
    axes.text(0.02, row, f"apple {apple:.0%}", va="center")
    axes.text(apple + pear / 2, row, "pear", ha="center", va="center")
axes.text(1 - shares[0, 2] / 2, 0, "quince", ha="center", va="center")
low, middle, high = shares[:, 0]
axes.set_title(f"The same scores say {low:.0%}, {middle:.0%} or {high:.0%}")
axes.set_yticks([0, 1, 2], ["scores ÷ 5", "scores", "scores × 2"])
axes.set_xticks([])
axes.tick_params(length=0)
for side in axes.spines.values():
    side.set_visible(False)
axes.set_xlim(0, 1.01)
plt.show()
