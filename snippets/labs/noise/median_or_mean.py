import numpy as np
from scipy import stats

repeats, few, many = 4000, 11, 1001
random = np.random.default_rng(7)


def simulated(draw, size):
    samples = draw(size=(repeats, size))
    means, medians = np.mean(samples, axis=1), np.median(samples, axis=1)
    return np.var(means) / np.var(medians)


normal_few = simulated(random.normal, few)
normal_many = simulated(random.normal, many)
laplace_few = simulated(random.laplace, few)
laplace_many = simulated(random.laplace, many)
normal_sigma, laplace_sigma = stats.norm.std(), stats.laplace.std()
normal_half = 1 / (2 * stats.norm.pdf(0))
laplace_half = 1 / (2 * stats.laplace.pdf(0))
normal_limit = (normal_sigma / normal_half) ** 2
laplace_limit = (laplace_sigma / laplace_half) ** 2
print(f"normal:  sigma {normal_sigma:.5f}, half {normal_half:.5f}")
print(f"Laplace: sigma {laplace_sigma:.5f}, half {laplace_half:.5f}")
print(f"points      {few}     {many}   formula")
print(f"normal   {normal_few:.3f}    {normal_many:.3f}   {normal_limit:.5f}")
print(f"Laplace  {laplace_few:.3f}    {laplace_many:.3f}   {laplace_limit:.5f}")
normal_best = max(normal_few, normal_many)
laplace_least = min(laplace_few, laplace_many)
each_wins_at_home = normal_best < 1 < laplace_least
