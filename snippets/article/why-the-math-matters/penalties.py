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
axes.annotate("L1: a straight line", (7, 7), (3.2, 17), color="C0")
axes.annotate("L2: a parabola", (7.5, 56), (1.2, 62), color="C1")
axes.set(title="The penalty for one error", xlabel="error (apples)", ylabel="penalty")
axes.grid(True)
plt.show()
