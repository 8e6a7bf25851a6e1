import numpy as np
from scipy.optimize import least_squares
from scipy.special import huber, pseudo_huber

errors = np.array([10.0, 5.0, -5.0])
delta = 5
sizes = np.abs(errors)
straight = delta * (sizes - delta / 2)
half_squares = np.sum(errors**2) / 2
huber_sum = np.sum(np.where(sizes <= delta, sizes**2 / 2, straight))
soft_sum = np.sum(delta**2 * (np.sqrt(1 + (errors / delta) ** 2) - 1))


def cost(loss):
    return least_squares(lambda x: errors, [0], loss=loss, f_scale=delta).cost


print("half the squares  ", half_squares)
print("  least_squares, linear ", cost("linear"))
print("Huber, added up   ", huber_sum)
print("  special.huber         ", np.sum(huber(delta, errors)))
print("  least_squares, huber  ", cost("huber"))
print(f"soft L1, added up  {soft_sum:.4f}")
print(f"  special.pseudo_huber   {np.sum(pseudo_huber(delta, errors)):.4f}")
print(f"  least_squares, soft_l1 {cost('soft_l1'):.4f}")
