import numpy as np
from sklearn.metrics import mean_pinball_loss

share, rest = 0.95, 0.05
food, gap = 600, 100


def pinball(line):
    if line < food:
        return share * (food - line)
    return rest * (line - food)


line_too_low, line_too_high = food - gap, food + gap
low_cost, high_cost = pinball(line_too_low), pinball(line_too_high)
print(f"Line {gap} francs too low:  {low_cost:.2f}")
print(f"Line {gap} francs too high: {high_cost:.2f}")
ratio = low_cost / high_cost
print(f"Too low costs {ratio:.0f} times as much.")
both_costs = mean_pinball_loss(
    [food, food], [line_too_low, line_too_high], alpha=share
)
print(f"Mean, by scikit-learn: {both_costs:.2f}")
print(f"Mean, by hand:         {np.mean([low_cost, high_cost]):.2f}")
