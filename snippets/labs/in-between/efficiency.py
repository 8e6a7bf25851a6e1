from math import pi

from scipy.stats import norm
from sklearn.linear_model import HuberRegressor

delta = HuberRegressor().epsilon
inside = norm.cdf(delta) - norm.cdf(-delta)
square_inside = inside - 2 * delta * norm.pdf(delta)
variance = (square_inside + delta**2 * (1 - inside)) / inside**2
median_variance = pi / 2
huber_percent = 100 * (variance - 1)
median_percent = 100 * (median_variance - 1)
insurance_is_cheap = 0 < huber_percent < median_percent
print(f"Huber with delta {delta} needs")
print(f"{huber_percent:.1f} % more data than the mean,")
print(f"the median {median_percent:.1f} % more.")
