actual = 100
forecasts = [90, 95, 105]
first_forecast, second_forecast, third_forecast = forecasts

first_error = abs(actual - first_forecast)
second_error = abs(actual - second_forecast)
third_error = abs(actual - third_forecast)
print(f"errors: {first_error}, {second_error} and {third_error} apples")

too_low, too_high = actual - second_forecast, third_forecast - actual
as_far_on_both_sides = too_low == too_high
