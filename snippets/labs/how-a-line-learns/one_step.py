import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
rate, sides = 0.045, 2

intercept = slope = 0
errors = apples - (intercept + slope * weeks)
error, pull = np.mean(errors), np.mean(errors * weeks)
intercept_gradient = -sides * error
slope_gradient = -sides * pull
next_intercept = intercept - rate * intercept_gradient
next_slope = slope - rate * slope_gradient
print(f"gradient {intercept_gradient:.0f}", f"{slope_gradient:.0f}")
print(f"next line {next_intercept:.2f} {next_slope:+.2f} x")
