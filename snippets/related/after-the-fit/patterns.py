import matplotlib.pyplot as plt
import numpy as np

sun = np.arange(1, 10)
honey = {
    "a curve": [6, 13, 22, 25, 29, 30, 28, 27, 20],
    "a funnel": [8, 12, 13, 18, 18, 27, 21, 36, 26],
    "an outlier": [9, 10, 15, 16, 21, 8, 25, 30, 31],
}

figure, panels = plt.subplots(1, 3, sharey=True, figsize=(5, 2.9))
figure.suptitle("Each line leaves a pattern behind")
left = []
for axes, (pattern, jars) in zip(panels, honey.items()):
    slope, start = np.polyfit(sun, jars, deg=1)
    fitted = start + slope * sun
    left.append(jars - fitted)
    row = " ".join(f"{miss:z.0f}" for miss in left[-1])
    print(f"{pattern:10}  {row}")
    axes.axhline(0, color="C1", linestyle="--")
    axes.plot(fitted, left[-1], "o", color="C2")
    axes.set_title(pattern, weight="normal")
    axes.set(xlim=(3, 35), xticks=[10, 20, 30])
panels[0].set(ylabel="residual", yticks=[-10, 0, 10])
panels[1].set(xlabel="fitted value, in jars")

curve, funnel, outlier = left
signs = [-1, -1, 1, 1, 1, 1, 1, -1, -1]
is_bent = np.all(np.sign(curve) == signs)
low_miss = np.mean(np.abs(funnel[:4]))
high_miss = np.mean(np.abs(funnel[-4:]))
is_wider = high_miss > 5 * low_miss
largest, second = sorted(np.abs(outlier))[:-3:-1]
is_alone = largest > 3 * second
plt.show()
