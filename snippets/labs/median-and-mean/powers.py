import numpy as np
from scipy.optimize import brentq

harvests = np.array([1, 2, 3, 4, 100])
first_power, between, square, fourth_power, huge = 1, 1.5, 2, 4, 100


def best_forecast(power):
    def pull(forecast):
        distances = harvests - forecast
        pulls = np.abs(distances) ** (power - 1)
        return np.sum(np.sign(distances) * pulls)

    return brentq(pull, 1, 100)


at_first = best_forecast(first_power)
at_between = best_forecast(between)
at_square = best_forecast(square)
at_fourth = best_forecast(fourth_power)
at_huge = best_forecast(huge)
halfway = (harvests.min() + harvests.max()) / 2
print("power  best forecast")
print(f"{first_power:5} {at_first:14.4f}")
print(f"{between:5} {at_between:14.4f}")
print(f"{square:5} {at_square:14.4f}")
print(f"{fourth_power:5} {at_fourth:14.4f}")
print(f"{huge:5} {at_huge:14.4f}")
print(f"halfway {halfway:12.4f}")
in_order = at_first < at_between < at_square < at_fourth < at_huge
near_halfway = abs(at_huge - halfway) < 0.1
