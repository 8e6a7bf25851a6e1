import numpy as np

tree = 40

forecasts = np.array([0, 10, 20, 40, 80, 160, 320])
percents = np.abs(tree - forecasts) / tree
for forecast, percent in zip(forecasts, percents):
    print(f"forecast {forecast:3}: {percent:4.0%} off")
too_low, too_high = percents[forecasts < tree], percents[forecasts > tree]
low_end = np.max(too_low)
no_worse_than_all = low_end == 1
beyond = np.max(too_high) > 1
half_off, double_off = (
    percents[forecasts == 20][0],
    percents[forecasts == 80][0],
)
