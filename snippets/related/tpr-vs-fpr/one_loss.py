import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error

wormy_scores, sound_scores = [9, 8, 6, 3], [7, 6, 4, 2, 2, 1]
scores = np.array(wormy_scores + sound_scores)
has_worm = np.repeat([1, 0], [len(wormy_scores), len(sound_scores)])

losses = set()
print("dial  missed  alarms   L1    L2")
for threshold in [9, 5, 3]:
    says_worm = (scores >= threshold).astype(int)
    missed = np.sum(has_worm > says_worm)
    alarms = np.sum(has_worm < says_worm)
    l1 = mean_absolute_error(has_worm, says_worm)
    l2 = mean_squared_error(has_worm, says_worm)
    losses |= {l1, l2}
    print(f"{threshold:4}{missed:8}{alarms:8}  {l1:.2f}  {l2:.2f}")
no_difference = len(losses) == 1
