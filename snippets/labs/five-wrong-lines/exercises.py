import numpy as np

lowest = np.iinfo(np.int8).min
lowest_size = np.abs(np.array([lowest], dtype=np.int8))[0]
next_size = np.abs(np.array([lowest + 1], dtype=np.int8))[0]
only_the_lowest = lowest_size < 0 < next_size
print(f"the size of {lowest}, as a byte: {lowest_size}")

errors = np.arange(1, 100, dtype=np.uint8)
is_wrong = errors**2 != errors.astype(float) ** 2
first_wrong_error = errors[is_wrong][0]
first_wrong_square = (errors**2)[is_wrong][0]
room = np.iinfo(np.uint8).max + 1
first_that_goes_round = first_wrong_error == np.sqrt(room)
print(f"first wrong square: {first_wrong_error} to {first_wrong_square}")

best_if_first = min([np.nan, 5, 7])
best_if_last = min([7, 5, np.nan])
order_matters = np.isnan(best_if_first) and best_if_last == 5
print(f"smallest, NaN first: {best_if_first}, NaN last: {best_if_last}")

misses = np.array([2, 2, 2, 2])
crossing = np.mean(misses) / np.mean(misses**2)
in_pairs = misses * crossing
equal_in_pairs = np.mean(in_pairs) == np.mean(in_pairs**2)
print(f"misses of two cross at a scale of {crossing:.2f}")
