import numpy as np
from scipy.optimize import least_squares

actual = np.array([100, 100, 100])
forecasts = np.array([90, 95, 105])
errors = actual - forecasts
sum_of_sizes = np.sum(np.abs(errors))
sum_of_squares = np.sum(errors**2)

norm_one = np.linalg.norm(errors, ord=1)
norm_two = np.linalg.norm(errors)
cost = least_squares(lambda x: errors, [0]).cost
print(f"norm, order one    {norm_one:6.2f}")
print(f"norm               {norm_two:6.2f}")
print(f"least_squares cost {cost:6.2f}")
norm_one_times = norm_one / sum_of_sizes
norm_two_times = norm_two / np.sqrt(sum_of_squares)
cost_times = cost / sum_of_squares
root = np.sqrt(np.mean(errors**2))
norm_is_larger = norm_two > root
