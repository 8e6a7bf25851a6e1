import numpy as np

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])
unseen_rain = np.array([1.5, 2.5, 3.5, 4.5, 5.5, 6, 7.5])
chance = np.random.default_rng(0)
rule = 120 - 4 * (unseen_rain - 5) ** 2
curves = [np.polyfit(rain, harvests, degree) for degree in range(8)]
told = np.array([np.polyval(curve, unseen_rain) for curve in curves])

# Choose the degree by seven unseen springs; then seven more.
reported, later = [], []
for _ in range(10_000):
    luck, new_luck = chance.integers(-8, 9, (2, 7))
    losses = np.mean((rule + luck - told) ** 2, axis=1)
    best = np.argmin(losses)
    reported.append(losses[best])
    later.append(np.mean((rule + new_luck - told[best]) ** 2))
mean_reported, mean_later = np.mean(reported), np.mean(later)
reported_too_low = mean_reported < mean_later
print(f"reported {mean_reported:.1f}, later {mean_later:.1f}")

# The mean of all, and of all but one.
from_all = harvests - np.mean(harvests)
from_others = [
    harvests[spring] - np.mean(np.delete(harvests, spring))
    for spring in range(8)
]
first_seen, first_hidden = abs(from_all[0]), abs(from_others[0])
a_seventh_more = np.allclose(from_others, from_all * 8 / 7)
print(f"the mean: {first_seen:.0f} off, hidden {first_hidden:.1f}")
