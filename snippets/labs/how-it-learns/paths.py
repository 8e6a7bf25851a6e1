import matplotlib.pyplot as plt
import numpy as np

target, drawn_steps = 100, 60
l1_rate, l2_rate = 3, 0.1
l1_path, l2_path = [0], [0]
for _ in range(drawn_steps):
    l1_error, l2_error = target - l1_path[-1], target - l2_path[-1]
    l1_path.append(l1_path[-1] + l1_rate * np.sign(l1_error))
    l2_path.append(l2_path[-1] + l2_rate * 2 * l2_error)

l1_low, l1_high = l1_path[-2:]
l1_cycles = l1_path[-4:-2] == [l1_low, l1_high] and l1_low < target < l1_high
l2_after_twenty = l2_path[20]
for step in [1, 2, 3, 20, 33, 34, 59, 60]:
    print(f"step {step:2}: L1 {l1_path[step]:3}, L2 {l2_path[step]:8.5f}")

figure, axes = plt.subplots(figsize=(5, 3.4))
axes.axhline(target, color="C2", linewidth=1, linestyle=":")
axes.plot(l1_path, "-", color="C0", linewidth=1.8)
axes.plot(l2_path, "--", color="C1")
axes.text(21, 38, "L1 walks at one speed,\nthen goes to and fro", color="C0")
axes.text(6, 110, "L2 hurries, then slows down", color="C1")
axes.text(60, 86, "target", ha="right")
axes.set(title="L2 arrives, L1 steps across for ever", ylim=(0, 122))
axes.set(xlabel="step", ylabel="forecast (apples)")
plt.show()
