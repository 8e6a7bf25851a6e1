import matplotlib.pyplot as plt
import numpy as np

errors = np.linspace(-10, 10, 81)
l1_penalties = np.abs(errors)
l2_penalties = errors**2

print("error   L1   L2")
for error in [1, 2, 5, 10]:
    print(f"{error:5} {abs(error):4} {error**2:4}")

figure, axes = plt.subplots()
axes.plot(errors, l1_penalties, color="C0")
axes.plot(errors, l2_penalties, "--", color="C1")
axes.text(10, 13, "L1: straight", color="C0", ha="right")
axes.text(-5.2, 62, "L2: a parabola", color="C1")
axes.set(title="L1 grows evenly, L2 faster and faster", ylabel="penalty")
axes.set(xlabel="error (apples)", xticks=range(-10, 11, 5))
axes.grid(True)
plt.show()
