import numpy as np

target, forecast = 100, 0
l1_rate, l2_rate = 3, 0.1

error = target - forecast
l1_gradient = -np.sign(error)
l2_gradient = -2 * error
l1_next = forecast - l1_rate * l1_gradient
l2_next = forecast - l2_rate * l2_gradient
print(f"L1: {forecast} - {l1_rate} * ({l1_gradient}) = {l1_next}")
print(f"L2: {forecast} - {l2_rate} * ({l2_gradient}) = {l2_next:.0f}")
