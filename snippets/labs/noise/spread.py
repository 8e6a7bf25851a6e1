import argparse

import numpy as np

parser = argparse.ArgumentParser(description="Which guess wobbles less?")
parser.add_argument("share", nargs="?", type=float, default=0.01)
share = parser.parse_args().share

random = np.random.default_rng(7)
errors = random.normal(size=(4000, 1000))
errors[random.random(errors.shape) < share] *= 3
misses = np.abs(errors - errors.mean(axis=1, keepdims=True))
l1_spreads = misses.mean(axis=1)
l2_spreads = np.sqrt((misses**2).mean(axis=1))

l1_wobble = l1_spreads.std() / l1_spreads.mean()
l2_wobble = l2_spreads.std() / l2_spreads.mean()
print(f"bad points: {share:.1%}, largest miss {misses.max():.4f}")
print(f"mean deviation wobbles by     {l1_wobble:.2%}")
print(f"standard deviation wobbles by {l2_wobble:.2%}")
spread_efficiency = (l2_wobble / l1_wobble) ** 2
means, medians = errors.mean(axis=1), np.median(errors, axis=1)
location_efficiency = means.var() / medians.var()
print(f"efficiency: spread {spread_efficiency:.2f},", end=" ")
print(f"location {location_efficiency:.2f}")
