import matplotlib.pyplot as plt
import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
scaled = (weeks - np.mean(weeks)) / np.std(weeks)
batch_rate, looks, few = 0.2, 80, 20


def learn(batches, rates):
    intercept = slope = 0
    slopes, losses = [], []
    for batch, rate in zip(batches, rates):
        known = scaled[batch]
        errors = apples[batch] - (intercept + slope * known)
        intercept += rate * 2 * np.mean(errors)
        slope += rate * 2 * np.mean(errors * known)
        slopes.append(slope)
        misses = apples - (intercept + slope * scaled)
        losses.append(np.mean(misses**2))
    return slopes, losses


random = np.random.default_rng(39)
fixed = np.full(looks, batch_rate)
shrinking = 1 / (5 + np.arange(looks))
all_five = np.array([np.arange(5)] * (looks // 5))
pairs = random.integers(5, size=(looks // 2, 2))
singles = random.integers(5, size=(looks, 1))
early, spreads, ends = [], [], []
figure, panels = plt.subplots(3, figsize=(5, 3.3), sharex=True)
print(f"looks at once     loss at {few}  wobble   at {looks}")
for at, name, batches, rates in [
    (0, "all five", all_five, fixed),
    (1, "two at random", pairs, fixed),
    (1, "one at random", singles, fixed),
    (2, "one, shrinking rate", singles, shrinking),
]:
    slopes, losses = learn(batches, rates)
    size = batches.shape[1]
    early.append(losses[few // size - 1])
    spreads.append(np.std(slopes[len(slopes) // 2 :]))
    ends.append(losses[-1])
    print(f"{name:20} {early[-1]:6.2f} {spreads[-1]:7.3f} {ends[-1]:7.2f}")
    if size != 2:
        seen = size * np.arange(1, len(slopes) + 1)
        panels[at].plot(seen, slopes, color="C1", linewidth=1.2)
        panels[at].set(title=name, ylim=(12.5, 19.5), yticks=[14, 18])
panels[2].set(xlabel="summers looked at")
panels[1].set(ylabel="slope")
plt.show()

all_early, _, one_early, _ = early
all_spread, pair_spread, one_spread, shrunk_spread = spreads
one_is_quicker = one_early < all_early / 2
more_is_calmer = all_spread < pair_spread < one_spread
all_settles = ends[0] < 4.8 + 0.001
shrinking_calms = shrunk_spread < one_spread / 5
