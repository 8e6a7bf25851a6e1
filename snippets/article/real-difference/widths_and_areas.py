import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

figure, axes = plt.subplots(figsize=(5, 3.2))
left = 0
for grower, misses in [("steady", [2, 2, 2, 2]), ("risky", [0, 0, 0, 6])]:
    length = sum(misses)
    area = sum(miss**2 for miss in misses)
    middle = left + length / 2
    axes.plot([left, left + length], [-0.4, -0.4], "C0", linewidth=6)
    axes.text(middle, -1.4, f"length {length}", color="C0", ha="center")
    axes.text(middle, -2.5, grower, ha="center", weight="bold")
    axes.text(
        middle, max(misses) + 0.3, f"area {area}", color="C1", ha="center"
    )
    for miss in misses:
        square = Rectangle((left, 0), miss, miss, facecolor=("C1", 0.25))
        square.set(edgecolor="C1", linewidth=1.5)
        axes.add_patch(square)
        left += miss
    left += 2
    print(f"{grower}: {misses}, length {length}, area {area}")
axes.set(title="L1 prefers the risky, L2 the steady grower")
axes.set(aspect="equal", xlim=(-0.5, 16.5), ylim=(-2.8, 7.4))
axes.axis("off")
plt.show()
