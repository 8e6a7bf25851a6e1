import matplotlib.pyplot as plt
import numpy as np

actual = np.array([100, 100, 100], dtype=np.uint8)
forecasts = np.array([90, 95, 105], dtype=np.uint8)
errors = actual.astype(float) - forecasts
in_bytes = actual - forecasts
error, byte = errors[2], in_bytes[2]
print("errors         ", *errors)
print("held in bytes  ", *in_bytes)

fig, axes = plt.subplots(figsize=(5, 2.4))
axes.plot(errors, [1, 1, 1], "o", color="C2", markersize=5)
axes.plot(in_bytes, [0, 0, 0], "s", color="C2", markersize=5)
axes.plot([error, byte], [1, 0], ":", color="C2")
axes.text(error - 3, 1.3, f"−{-error:.0f}", ha="center")
axes.text(byte, 0.3, f"{byte}", ha="center")
axes.text(40, 1, "the errors", va="center")
axes.text(40, 0, "held in bytes", va="center")
axes.set(xlim=(-20, 262), ylim=(-0.5, 1.8), yticks=[])
axes.set_title(f"In a byte, an error of −{-error:.0f} becomes {byte}")
axes.set_xlabel("apples")
plt.show()
