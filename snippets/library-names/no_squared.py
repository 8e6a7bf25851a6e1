from sklearn.metrics import mean_squared_error

actual = [100, 100, 100]
forecasts = [90, 95, 105]
try:
    print(mean_squared_error(actual, forecasts, squared=False))
except TypeError as error:
    print(error)
