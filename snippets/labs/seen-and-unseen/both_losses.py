import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])
unseen_rain = np.array([1.5, 2.5, 3.5, 4.5, 5.5, 6, 7.5])
unseen = np.array([74, 89, 108, 115, 116, 118, 99])
degrees = np.arange(1, 8)


def losses(model, loss):
    pairs = []
    for degree in degrees:
        powers = np.arange(1, degree + 1)
        known = ((rain - 4.5) / 3.5)[:, None] ** powers
        later = ((unseen_rain - 4.5) / 3.5)[:, None] ** powers
        model.fit(known, harvests)
        misses = harvests - model.predict(known)
        new_misses = unseen - model.predict(later)
        pairs.append([np.mean(loss(misses)), np.mean(loss(new_misses))])
    return *np.array(pairs).T, new_misses


l1_fit, l2_fit = QuantileRegressor(alpha=0), LinearRegression()
l1_seen, l1_unseen, l1_last = losses(l1_fit, np.abs)
l2_seen, l2_unseen, l2_last = losses(l2_fit, np.square)
print("          L1               L2")
print("degree  seen  unseen    seen  unseen")
for at, degree in enumerate(degrees):
    print(f"{degree:4} {l1_seen[at]:z8.2f} {l1_unseen[at]:7.2f}", end="")
    print(f" {l2_seen[at]:z7.2f} {l2_unseen[at]:7.2f}")
both_seen, both_unseen = [l1_seen, l2_seen], [l1_unseen, l2_unseen]
never_rises = np.all(np.diff(both_seen) < 1e-9)
rises_from_two = np.all(np.diff(both_unseen)[:, 1:] > 0)
l1_best, l2_best = degrees[np.argmin(both_unseen, axis=1)]
same_best = l1_best == l2_best == 2
same_curve = np.allclose(l1_last, l2_last)

figure, panels = plt.subplots(1, 2, figsize=(5, 3), sharey=True)
figure.suptitle("Both losses are lowest at degree two, unseen")
for axes, color, name, seen, new in [
    (panels[0], "C0", "L1", l1_seen, l1_unseen),
    (panels[1], "C1", "L2, its root", np.sqrt(l2_seen), np.sqrt(l2_unseen)),
]:
    axes.plot(degrees, seen, "o-", color=color)
    axes.plot(degrees, new, "s--", color=color, mfc="none")
    axes.set_title(name, weight="normal")
    axes.set(xlabel="degree", xticks=degrees, ylim=(-1, 24))
panels[0].set(ylabel="apples")
for axes in panels:
    axes.text(4.9, 11, "unseen", ha="right")
    axes.text(6, 0.5, "seen", ha="right")
plt.show()
