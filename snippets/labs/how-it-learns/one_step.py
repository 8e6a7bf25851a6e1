import numpy as np

target, start = 100, 0
l1_rate, l2_rate = 3, 0.1

l1_gradient = np.sign(start - target)
l2_gradient = 2 * (start - target)
l1_next = start - l1_rate * l1_gradient
l2_next = start - l2_rate * l2_gradient
print(f"L1: {start} - {l1_rate} * ({l1_gradient}) = {l1_next}")
print(f"L2: {start} - {l2_rate} * ({l2_gradient}) = {l2_next:.0f}")
