import numpy as np
from scipy.special import expit, softmax

gap = 2
larger_share = softmax([gap, 0])[0]
logistic = expit(gap)
same_curve = abs(larger_share - logistic) < 1e-9
print(f"Two fruits, {gap} apart: {larger_share:.4f}, logistic {logistic:.4f}")

wanted_ratio = 99
needed_gap = np.log(wanted_ratio)
needed_share = softmax([needed_gap, 0])[0]
ratio = needed_share / (1 - needed_share)
ratio_is_reached = abs(ratio - wanted_ratio) < 1e-6
print(f"A gap of {needed_gap:.3f} makes the ratio {wanted_ratio},")
print(f"and the share {needed_share:.2f}")

everyday, sure, unsure, sure_part = 0.7, 0.9, 0.1, 0.75
apples_in_all = sure_part * sure + (1 - sure_part) * unsure
everyday_loss = everyday * (1 - everyday)
looking_loss = sure * (1 - sure)
as_many_as_announced = abs(apples_in_all - everyday) < 1e-9
looking_wins = looking_loss < everyday_loss
print(f"Apples in all: {apples_in_all:.2f}, announced {everyday:.2f}")
print(f"L2: always {everyday:.1f} {everyday_loss:.2f},", end="")
print(f" {sure:.1f} or {unsure:.1f} {looking_loss:.2f}")
