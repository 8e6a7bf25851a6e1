import numpy as np

young = np.array([3, 0, 4, 8, 10])
old = np.array([280, 340, 300, 350, 320])
missed_by = 10  # next year, on either tree

young_naive = np.mean(np.abs(np.diff(young)))
old_naive = np.mean(np.abs(np.diff(old)))
young_mase = missed_by / young_naive
old_mase = missed_by / old_naive
print("young:", *young)
print("old:  ", *old)
print(f"young: naive {young_naive:5.2f}, MASE {young_mase:.2f}")
print(f"old:   naive {old_naive:5.2f}, MASE {old_mase:.2f}")
a_lot_for_the_young = young_mase > 1
little_for_the_old = old_mase < 1
