import numpy as np
from scipy.optimize import least_squares
from scipy.special import huber, pseudo_huber

actual = np.array([100, 100, 100])
forecasts = np.array([90, 95, 105])
errors = (actual - forecasts).astype(float)
sizes, delta = np.abs(errors), 5
near = np.clip(sizes, 0, delta)
plain_sum = np.sum(near**2 / 2 + delta * (sizes - near))
soft_sum = np.sum(delta * np.hypot(delta, errors) - delta**2)


def cost(loss):
    fit = least_squares(lambda x: errors, [0], loss=loss, f_scale=delta)
    return fit.cost


special = np.sum(huber(delta, errors))
fit = cost("huber")
pseudo = np.sum(pseudo_huber(delta, errors))
soft = cost("soft_l1")
print(f"special.huber        {special:7.4f}")
print(f"least_squares, huber {fit:7.4f}")
print(f"pseudo_huber         {pseudo:7.4f}")
print(f"soft_l1              {soft:7.4f}")
special_times, fit_times = special / plain_sum, fit / plain_sum
pseudo_times, soft_times = pseudo / soft_sum, soft / soft_sum
swapped = np.sum(huber(errors, delta))
print(f"errors before delta  {swapped}")
order_matters = swapped > 1000 * special
