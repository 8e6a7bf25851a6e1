import numpy as np

harvests, days = [1, 2, 3, 4, 100], 40_000
coarse, fine = 0.1, 0.01
random = np.random.default_rng(7)
drawn = random.choice(harvests, days)


def l1(error):
    return -np.sign(error)


def l2(error):
    return -2 * error


def later_half(gradient, rate):
    place, path = rate / 2, []  # no step lands on a tree
    for harvest in drawn:
        place -= rate * gradient(harvest - place)
        path.append(place)
    later = path[days // 2 :]
    return np.mean(later), np.std(later)


l1_middle, l1_spread = later_half(l1, coarse)
l1_fine_middle, l1_fine_spread = later_half(l1, fine)
l2_middle, l2_spread = later_half(l2, coarse)
l2_fine_middle, l2_fine_spread = later_half(l2, fine)
print(f"The later half of {days:,} days")
print("rate    L1: mean, spread    L2: mean, spread")
print(f"{coarse:4} {l1_middle:9.2f} {l1_spread:9.2f}", end="")
print(f" {l2_middle:9.2f} {l2_spread:9.2f}")
print(f"{fine} {l1_fine_middle:9.2f} {l1_fine_spread:9.2f}", end="")
print(f" {l2_fine_middle:9.2f} {l2_fine_spread:9.2f}")
l1_wobbles = 0 < l1_fine_spread < l1_spread
l2_wobbles = 0 < l2_fine_spread < l2_spread
