import numpy as np
from sklearn.linear_model import LinearRegression

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
inside, outside = 6, 14


def with_squares(x):
    return np.column_stack([x, x**2])


line = LinearRegression().fit(days[:, np.newaxis], jars)
curve = LinearRegression().fit(with_squares(days), jars)
line_inside, line_outside = line.predict([[inside], [outside]])
places = np.array([inside, outside])
curve_inside, curve_outside = curve.predict(with_squares(places))
agree_inside = abs(curve_inside - line_inside) < 0.5
part_outside = curve_outside > 2 * line_outside
print("sunny days   line    curve")
print(f"{inside:10} {line_inside:8.3f} {curve_inside:8.3f}")
print(f"{outside:10} {line_outside:8.3f} {curve_outside:8.3f}")
