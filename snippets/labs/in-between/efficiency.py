from math import pi

from scipy.stats import norm
from sklearn.linear_model import HuberRegressor

delta = HuberRegressor().epsilon
inside = norm.cdf(delta) - norm.cdf(-delta)
square_inside = inside - 2 * delta * norm.pdf(delta)
variance = (square_inside + delta**2 * (1 - inside)) / inside**2
median_variance = pi / 2
more_for_huber = 100 * (variance - 1)
more_for_median = 100 * (median_variance - 1)
insurance_is_cheap = 0 < more_for_huber < more_for_median
print(f"Huber with delta {delta} needs")
print(f"{more_for_huber:.1f} % more data than the mean,")
print(f"the median {more_for_median:.1f} % more.")
