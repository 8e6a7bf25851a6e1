actual = 100
forecasts = [90, 95, 105]

for forecast in forecasts:
    residual = actual - forecast
    print(f"{forecast:3}: residual {residual:+3}, off by {abs(residual):2}")

misses = [abs(actual - forecast) for forecast in forecasts]
nobody_was_right = min(misses) > 0
twice_as_far = max(misses) == 2 * min(misses)
