import numpy as np

steps = 2000


def learn(harvests, rate, gradient, seed=None):
    """Return the last two forecasts; with a seed, one tree at a time."""
    random = np.random.default_rng(seed)
    before = forecast = 0.0
    for _ in range(steps):
        seen = harvests if seed is None else random.choice(harvests, 1)
        before = forecast
        forecast -= rate * np.mean(gradient(forecast - seen))
    return np.array([before, forecast])


def l1(too_high):
    return np.sign(too_high)


def l2(too_high):
    return 2 * too_high


target, trees = np.array([100]), np.array([1, 2, 3, 100])
l1_three, l1_five = learn(target, 3, l1), learn(target, 5, l1)
l1_flat = learn(trees, 0.3, l1)
l2_all = learn(trees, 0.1, l2)
l1_one = learn(trees, 0.3, l1, seed=7)
l2_one = learn(trees, 0.1, l2, seed=7)
for name, path in [
    ("L1, target 100, step 3", l1_three),
    ("L1, target 100, step 5", l1_five),
    ("L1, four trees, rate 0.3", l1_flat),
    ("L2, four trees, rate 0.1", l2_all),
    ("L1, one tree at a time", l1_one),
    ("L2, one tree at a time", l2_one),
]:
    print(f"{name:25} ends {path[0]:6.2f}, {path[1]:6.2f}")
l1_to_and_fro = l1_three[0] != l1_three[1]
l1_lands = l1_five[0] == l1_five[1] == target[0]
l1_rests_on_the_flat = l1_flat[0] == l1_flat[1]
l2_settles = abs(l2_all[0] - l2_all[1]) < 1e-9
gaps = np.abs(np.diff([l1_one, l2_one]))
by_chance_neither = np.min(gaps) > 0.1
