import numpy as np
from sklearn.linear_model import Lasso, LinearRegression

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
rain, magpies = data["rain"], data["magpies"]
harvest, years, alpha = data["harvest"], len(data), 2


def taken_off(name, first, second):
    columns = np.column_stack([first, second])
    squares = np.sum((columns - columns.mean(axis=0)) ** 2, axis=0)
    free = LinearRegression().fit(columns, harvest).coef_
    lasso = Lasso(alpha=alpha, tol=1e-12).fit(columns, harvest).coef_
    off, rule = np.abs(free) - np.abs(lasso), years * alpha / squares
    print(f"{name:9} {off[0]:6.3f} {off[1]:6.3f}", end="")
    print(f"   rule {rule[0]:6.3f} {rule[1]:6.3f}")
    return off, rule


print("taken off  rain  second        rain  second")
alike, alike_rule = taken_off("alike", rain, magpies)
wider, wider_rule = taken_off("wider", 2 * rain, magpies)
related, related_rule = taken_off("related", rain, rain + magpies)
alike_rain, alike_second = alike
wider_rain, wider_second = wider
related_rain, related_second = related
same_from_each = abs(alike_rain - alike_second) < 1e-6
rule_follows = np.max(np.abs(wider - wider_rule)) < 1e-6
rule_fails = related_second < 1e-6 < related_rule[1]
