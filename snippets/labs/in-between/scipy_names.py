import numpy as np
from scipy.optimize import least_squares
from scipy.special import huber, pseudo_huber

actual, forecasts = 100, np.array([90.0, 95.0, 105.0])
errors = actual - forecasts
threshold = 5
sizes = np.abs(errors)
straight = threshold * (sizes - threshold / 2)
half_squares = np.sum(errors**2) / 2
huber_sum = np.sum(np.where(sizes <= threshold, sizes**2 / 2, straight))
soft_sum = np.sum(threshold**2 * (np.sqrt(1 + (errors / threshold) ** 2) - 1))


def cost(loss):
    return least_squares(
        lambda x: errors, [0], loss=loss, f_scale=threshold
    ).cost


print("half the squares  ", half_squares)
print("  least_squares, linear ", cost("linear"))
print("Huber, added up   ", huber_sum)
print("  special.huber         ", np.sum(huber(threshold, errors)))
print("  least_squares, huber  ", cost("huber"))
print(f"soft L1, added up  {soft_sum:.4f}")
print(f"  special.pseudo_huber   {np.sum(pseudo_huber(threshold, errors)):.4f}")
print(f"  least_squares, soft_l1 {cost('soft_l1'):.4f}")
