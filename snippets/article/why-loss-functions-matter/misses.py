actual = 100
forecasts = [90, 95, 105]

for forecast in forecasts:
    residual = actual - forecast
    print(f"{forecast:3}: residual {residual:+3}, off by {abs(residual):2}")
