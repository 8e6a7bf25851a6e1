actual = 100
forecasts = [90, 95, 105]
misses = []

print("forecast, residual")
for forecast in forecasts:
    residual = actual - forecast
    misses.append(abs(residual))
    print(f"{forecast:8}, {residual:+8}")

nobody_was_right = min(misses) > 0
twice_as_far = max(misses) == 2 * min(misses)
