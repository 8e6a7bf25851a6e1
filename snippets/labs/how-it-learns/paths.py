import matplotlib.pyplot as plt
import numpy as np

target = 100
start = 0
l1_rate = 3
l2_rate = 0.1
step_count = 40
most = 60


def learn(rate, gradient):
    path = [start]
    while len(path) <= min(step_count, most):
        too_high = path[-1] - target
        forecast = path[-1] - rate * gradient(too_high)
        if abs(forecast) > 1_000:
            break  # it has run away
        path.append(forecast)
    return path


l1_path = learn(l1_rate, np.sign)
l2_path = learn(l2_rate, lambda too_high: 2 * too_high)
l1_steps, l2_steps = len(l1_path) - 1, len(l2_path) - 1
l1_forecast, l2_forecast = l1_path[-1], l2_path[-1]
l1_loss = np.abs(l1_forecast - target)
l2_loss = np.square(l2_forecast - target)
print(f"L1: {l1_forecast:.4f} after {l1_steps} steps, loss {l1_loss:.2f}")
print(f"L2: {l2_forecast:.4f} after {l2_steps} steps, loss {l2_loss:.2f}")

figure, (hills, walks) = plt.subplots(2, 2, figsize=(5, 4.3))
ground = np.linspace(-20, 220, 61)
for hill, walk, name, paint, path, loss, top in [
    (hills[0], walks[0], "L1: equal steps", "C0", l1_path, np.abs, 100),
    (hills[1], walks[1], "L2: long if steep", "C1", l2_path, np.square, 10_000),
]:
    # As many marks as steps can be: those to come wait at the end.
    places = np.array((path + path[-1:] * most)[: most + 1])
    losses = loss(places - target)
    hill.plot(ground, loss(ground - target), color="C2", linewidth=1.2)
    hill.plot(places, losses, "o-", color=paint, markersize=3, linewidth=0.8)
    hill.plot(places[-1], losses[-1], "o", color=paint, markersize=9)
    hill.set(title=name, xlabel="forecast")
    hill.set(xlim=(-20, 220), ylim=(-0.08 * top, 1.45 * top))
    hill.set(xticks=[0, 100, 200], yticks=[0, top])
    walk.plot(path, "-", color=paint, linewidth=1.4)
    walk.plot(len(path) - 1, path[-1], "o", color=paint, markersize=9)
    walk.set(xlim=(0, most), ylim=(-20, 220), xlabel="step")
    walk.set(xticks=[0, 20, 40, 60], yticks=[0, 100, 200])
    walk.grid(axis="y")
hills[0].set(ylabel="loss")
walks[0].set(ylabel="forecast")
plt.show()
