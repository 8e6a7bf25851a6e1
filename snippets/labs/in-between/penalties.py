import matplotlib.pyplot as plt
import numpy as np
from scipy.special import huber

unit = 1
errors = np.linspace(-4, 4, 41)
l1, half_l2 = np.abs(errors), errors**2 / 2
smooth = np.logaddexp(errors, -errors) - np.log(2)
print("error     L1  half L2  Huber  log-cosh")
for error in (1, 2, 4):
    at = np.argmin(np.abs(errors - error))
    print(f"{error:5} {l1[at]:6.2f} {half_l2[at]:8.2f}", end=" ")
    print(f"{huber(unit, error):6.2f} {smooth[at]:9.4f}")

fig, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 5.4))
top.plot(errors, l1, color="C0")
top.plot(errors, half_l2, "--", color="C1")
top.plot(errors, huber(unit, errors), "-.", color="C2")
top.plot(errors, smooth, ":", color="C2")
top.text(4.1, 4.15, "L1", color="C0", va="center")
top.text(-2.3, 4.25, "half L2", color="C1")
top.text(4.1, 3.55, "Huber", va="center")
top.text(4.1, 3.0, "log-cosh", va="center")
top.set(title="Four penalties and their slopes", ylabel="penalty")
top.set(ylim=(0, 5), xlim=(-4, 5.6))
bottom.step([-4, 0, 4], [-1, -1, 1], color="C0")
bottom.plot(errors, errors, "--", color="C1")
bottom.plot(errors, np.clip(errors, -unit, unit), "-.", color="C2")
bottom.plot(errors, np.tanh(errors), ":", color="C2")
bottom.text(-0.2, 1.3, "L1", color="C0", ha="right")
bottom.text(2.4, 2, "half L2", color="C1")
bottom.text(4.1, 1, "Huber", va="center")
bottom.text(1.4, 0.3, "log-cosh")
bottom.set(xlabel="error", ylabel="slope", ylim=(-2.5, 2.5))
plt.show()
