import numpy as np

times = 3


def of_spreads(share):
    """Efficiency of the mean deviation to the standard deviation."""
    variance = 1 - share + share * times**2
    fourth_moment = 3 * (1 - share + share * times**4)
    deviation = np.sqrt(2 / np.pi) * (1 - share + share * times)
    l2_scatter = (fourth_moment / variance**2 - 1) / 4
    return l2_scatter / (variance / deviation**2 - 1)


def of_middles(share):
    """Efficiency of the median to the mean."""
    variance = 1 - share + share * times**2
    peak = (1 - share + share / times) / np.sqrt(2 * np.pi)
    return variance * 4 * peak**2


shares = np.arange(0, 0.2, 1e-6)
per_thousand = 1000 * shares[np.argmax(of_spreads(shares) > 1)]
percent = 100 * shares[np.argmax(of_middles(shares) > 1)]
print("bad points  spread  middle")
for share in [0, 0.002, 0.01, 0.1, 0.2]:
    print(f"{share:10.1%} {of_spreads(share):7.3f}", end="")
    print(f" {of_middles(share):7.3f}")
print(f"L1 leads for the spread from {per_thousand:.2f} in a thousand on")
print(f"and for the middle from {percent:.2f} in a hundred on")
laplace_variance, laplace_peak = 2, 0.5
laplace = laplace_variance * 4 * laplace_peak**2
few = 0.002
l1_for_the_spread = of_spreads(few) > 1
l2_for_the_middle = of_middles(few) < 1
l2_when_clean = max(of_spreads(0), of_middles(0)) < 1
l1_for_laplace = laplace > 1
