actual = 100
forecasts = [90, 95, 105]

print("forecast, residual")
for forecast in forecasts:
    residual = actual - forecast
    print(f"{forecast:8}, {residual:+8}")

misses = [abs(actual - one) for one in forecasts]
nobody_was_right = min(misses) > 0
twice_as_far = max(misses) == 2 * min(misses)
