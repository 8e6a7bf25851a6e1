actual = 100
forecasts = [90, 95, 105]
first_forecast, second_forecast, third_forecast = forecasts

first_error = abs(actual - first_forecast)
second_error = abs(actual - second_forecast)
first_square = (actual - first_forecast) ** 2
second_square = (actual - second_forecast) ** 2
third_square = (actual - third_forecast) ** 2
print(f"an error of {first_error} becomes {first_square}")
print(f"an error of {second_error} becomes {second_square}")
print(f"squares: {first_square}, {second_square} and {third_square}")
only_twice_as_big = first_error == 2 * second_error
