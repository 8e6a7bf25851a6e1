import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error

scores = np.array([9, 8, 6, 3, 7, 6, 4, 2, 2, 1])
has_worm = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])

print("dial  missed  alarms   L1    L2")
for threshold in [9, 5, 3]:
    says_worm = (scores >= threshold).astype(int)
    missed = np.sum(has_worm > says_worm)
    alarms = np.sum(has_worm < says_worm)
    l1 = mean_absolute_error(has_worm, says_worm)
    l2 = mean_squared_error(has_worm, says_worm)
    print(f"{threshold:4}{missed:8}{alarms:8}  {l1:.2f}  {l2:.2f}")
