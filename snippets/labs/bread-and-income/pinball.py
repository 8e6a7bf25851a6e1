from sklearn.metrics import mean_pinball_loss

share, rest = 0.95, 0.05
food, gap = 600, 100
line_too_low, line_too_high = food - gap, food + gap
low_cost = share * (food - line_too_low)
high_cost = rest * (line_too_high - food)
ratio = low_cost / high_cost
print(f"{food} francs of food, off by {gap} francs:")
print(f"line at {line_too_low}: {low_cost:.2f}")
print(f"line at {line_too_high}: {high_cost:.2f}")
print(f"Too low costs {ratio:.0f} times as much.")
print("By scikit-learn:")
print(f"{mean_pinball_loss([food], [line_too_low], alpha=share):.2f}", end=" ")
print(f"{mean_pinball_loss([food], [line_too_high], alpha=share):.2f}")
