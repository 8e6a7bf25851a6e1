import numpy as np
from scipy.integrate import trapezoid
from sklearn.metrics import roc_auc_score, roc_curve

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
tie_weight = 0.5

differences = wormy_scores[:, np.newaxis] - sound_scores
pairs = differences.size
wins, ties = np.sum(differences > 0), np.sum(differences == 0)
share_of_pairs = (wins + tie_weight * ties) / pairs
print(f"{wins} wins and {ties} tie in {pairs} pairs")
print(f"share of pairs:  {share_of_pairs:.4f}")

has_worm = np.repeat([1, 0], [len(wormy_scores), len(sound_scores)])
scores = np.concatenate([wormy_scores, sound_scores])
fpr, tpr, thresholds = roc_curve(has_worm, scores)
area = trapezoid(tpr, fpr)
sklearn_area = roc_auc_score(has_worm, scores)
ways_agree = abs(area - share_of_pairs) < 1e-9
print(f"below the curve: {area:.4f}")
print(f"roc_auc_score:   {sklearn_area:.4f}")
print(f"thresholds:\n{thresholds}")
