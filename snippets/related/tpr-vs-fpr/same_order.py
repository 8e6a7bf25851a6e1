import numpy as np
from sklearn.metrics import brier_score_loss, roc_auc_score

wormy_scores, sound_scores = [9, 8, 6, 3], [7, 6, 4, 2, 2, 1]
scores = np.array(wormy_scores + sound_scores)
has_worm = np.repeat([1, 0], [len(wormy_scores), len(sound_scores)])

chances = scores / 10
timid_chances = chances / 10
area = roc_auc_score(has_worm, chances)
timid_area = roc_auc_score(has_worm, timid_chances)
l2 = brier_score_loss(has_worm, chances)
timid_l2 = brier_score_loss(has_worm, timid_chances)
mean_chance = np.mean(chances)
timid_mean_chance = np.mean(timid_chances)
worm_share = np.mean(has_worm)
print("chances  area    L2      mean")
print(f"plain    {area:.4f}  {l2:.4f}  {mean_chance:.3f}")
print(f"timid    {timid_area:.4f}  {timid_l2:.4f}  {timid_mean_chance:.3f}")
print(f"share of apples with a worm: {worm_share:.3f}")
