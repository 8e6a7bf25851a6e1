import matplotlib.pyplot as plt
import numpy as np
from scipy.special import huber

unit = 1
errors = np.linspace(0, 3, 31)
l1, half_l2 = np.abs(errors), errors**2 / 2
hubers = huber(unit, errors)
smooth = np.logaddexp(errors, -errors) - np.log(2)
print("error     L1  half L2  Huber  log-cosh")
for error in (1, 2, 3):
    at = np.argmin(np.abs(errors - error))
    print(f"{error:5} {l1[at]:6.2f} {half_l2[at]:8.2f}", end=" ")
    print(f"{hubers[at]:6.2f} {smooth[at]:9.4f}")

fig, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 6))
top.plot(errors, l1, color="C0")
top.plot(errors, half_l2, "--", color="C1")
top.plot(errors, hubers, "o-", color="C2", markevery=5)
top.plot(errors, smooth, "^:", color="C2", markevery=5)
top.text(3.1, 3, "L1", color="C0", va="center")
top.text(2.35, 3.3, "half L2", color="C1", ha="right")
top.text(3.1, 2.55, "Huber", va="center")
top.text(3.1, 2.2, "log-cosh", va="center")
top.set(xlim=(0, 3.9), ylim=(0, 3.6), ylabel="cost of an error")
top.set_title("Huber and log-cosh: first L2, then like L1")
slopes = np.clip(errors, -unit, unit)
bottom.plot(errors, np.ones(31), color="C0")
bottom.plot(errors, errors, "--", color="C1")
bottom.plot(errors, slopes, "o-", color="C2", markevery=5)
bottom.plot(errors, np.tanh(errors), "^:", color="C2", markevery=5)
bottom.text(0.03, 1.06, "L1", color="C0")
bottom.text(1.75, 2, "half L2", color="C1", ha="right")
bottom.text(1.45, 1.1, "Huber: here it lies on L1")
bottom.text(1.2, 0.6, "log-cosh")
bottom.set_title("The slope: all but L2 have a limit")
bottom.set(xlabel="error", ylabel="slope", ylim=(0, 2.3))
bottom.set_xticks([0, 1, 2, 3])
plt.show()
