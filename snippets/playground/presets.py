import numpy as np

actual = 100
forecasts = first, second, third = 90, 95, 105
outlier = 150
with_outlier = *forecasts, outlier
even_low, even_high = 96, 104
even = even_low, even_high, even_low
uneven_far = 112
uneven = actual, actual, uneven_far
risky_far = 106
risky = actual, actual, actual, risky_far
steady_low, steady_high = 98, 102
steady = steady_low, steady_high, steady_low, steady_high


def losses(set_of_forecasts):
    errors = actual - np.array(set_of_forecasts)
    return np.mean(np.abs(errors)), np.mean(errors**2)


apples_l1, apples_l2 = losses(forecasts)
outlier_l1, outlier_l2 = losses(with_outlier)
even_l1, even_l2 = losses(even)
uneven_l1, uneven_l2 = losses(uneven)
risky_l1, risky_l2 = losses(risky)
steady_l1, steady_l2 = losses(steady)
print("forecasts              L1      L2")
print(f"the apples         {apples_l1:6.2f} {apples_l2:7.2f}")
print(f"one wild outlier   {outlier_l1:6.2f} {outlier_l2:7.2f}")
print(f"even misses        {even_l1:6.2f} {even_l2:7.2f}")
print(f"one uneven miss    {uneven_l1:6.2f} {uneven_l2:7.2f}")
print(f"risky forecasts    {risky_l1:6.2f} {risky_l2:7.2f}")
print(f"steady forecasts   {steady_l1:6.2f} {steady_l2:7.2f}")
