import numpy as np

target, forecast = 100, 0
l1_rate, l2_rate = 3, 0.1

error = target - forecast
l1_gradient = -np.sign(error)
l2_gradient = -2 * error
l1_next = forecast - l1_rate * l1_gradient
l2_next = forecast - l2_rate * l2_gradient
print("L1 steps to", l1_next)
print("L2 steps to", l2_next)
