import matplotlib.pyplot as plt
import numpy as np

target, many_steps = 100, 1000
fixed_step, first_step = 3, 30


def learn(step_sizes):
    path = [0]
    for size in step_sizes:
        path.append(path[-1] + size * np.sign(target - path[-1]))
    return path


places = np.arange(1, many_steps + 1)
fixed = learn(np.full(many_steps, fixed_step))
shrunk = learn(first_step / places)
halved = learn(first_step * 0.5 ** (places - 1))
fixed_end, shrunk_end, halved_end = fixed[-1], shrunk[-1], halved[-1]
shrunk_gap = abs(shrunk_end - target)
low, high = sorted(fixed[-2:])
print(f"After {many_steps} steps under L1, from 0 to {target}:")
print(f"always {fixed_step}:             {fixed_end}")
print(f"{first_step}, divided by place: {shrunk_end:8.4f}")
print(f"{first_step}, halved each time: {halved_end:8.4f}")
print(f"the second is off by {shrunk_gap:.3f}")
never_lands = bool(np.all(np.array(fixed) != target))
shrunk_arrives = shrunk_gap < first_step / many_steps * 2
halved_falls_short = halved_end < target

figure, (top, bottom) = plt.subplots(2, sharex=True, figsize=(4.4, 3.6))
top.plot(fixed[:71], "-", color="C0", linewidth=1.4)
top.set(title="L1, equal steps: never lands")
bottom.plot(shrunk[:71], "-", color="C0", linewidth=1.4)
bottom.set(title="L1, shrinking steps: closes in", xlabel="step")
for axes in (top, bottom):
    axes.axhline(target, color="C2", linestyle=":", linewidth=1.4)
    axes.set(ylim=(94, 106), yticks=[95, 100, 105])
    axes.set(ylabel="apples")
plt.show()
