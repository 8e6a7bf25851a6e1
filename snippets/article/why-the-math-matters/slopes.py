import matplotlib.pyplot as plt

errors = [-10, -5, -2, -1, 1, 2, 5, 10]
print("error  L1 slope  L2 slope")
l1_slopes, l2_slopes = [], []
for error in errors:
    l1_slopes.append(abs(error + 0.5) - abs(error - 0.5))
    l2_slopes.append((error + 0.5) ** 2 - (error - 0.5) ** 2)
    print(f"{error:5} {l1_slopes[-1]:9.1f} {l2_slopes[-1]:9.1f}")
sizes = [abs(slope) for slope in l1_slopes]
size_stays = min(sizes) == max(sizes)
sign_flips = l1_slopes[0] == -l1_slopes[-1]
l2_grows = l2_slopes == sorted(set(l2_slopes))

figure, axes = plt.subplots()
for side in (-10, 10):
    slope = side / abs(side)
    axes.plot([0, side], [slope, slope], color="C0")
    axes.plot(0, slope, "o", color="C0", fillstyle="none", markersize=8)
axes.plot(errors, l1_slopes, "o", color="C0")
axes.plot(errors, l2_slopes, "s--", color="C1")
axes.text(10, -7, "L1: one size, two signs", color="C0", ha="right")
axes.text(0.5, 13, "L2 grows with the error", color="C1", ha="right")
axes.set(title="Slopes: L1 keeps its size, L2 grows")
axes.set(ylabel="slope")
axes.set(xlabel="error (apples)", xticks=range(-10, 11, 5))
axes.grid(True)
plt.show()
