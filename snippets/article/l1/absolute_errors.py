actual = 100
first_forecast, second_forecast, third_forecast = 90, 95, 105

first_error = abs(actual - first_forecast)
second_error = abs(actual - second_forecast)
third_error = abs(actual - third_forecast)
print(f"errors: {first_error}, {second_error} and {third_error} apples")
