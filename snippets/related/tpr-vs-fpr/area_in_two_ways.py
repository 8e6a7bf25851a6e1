import numpy as np
from scipy.integrate import trapezoid
from sklearn.metrics import roc_auc_score, roc_curve

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
has_worm = np.repeat([1, 0], [len(wormy_scores), len(sound_scores)])
scores = np.concatenate([wormy_scores, sound_scores])

fpr, tpr, thresholds = roc_curve(has_worm, scores)
area = trapezoid(tpr, fpr)
sklearn_area = roc_auc_score(has_worm, scores)
print(f"area below the curve: {area:.4f}")
print(f"roc_auc_score:        {sklearn_area:.4f}")

ahead = wormy_scores[:, np.newaxis] - sound_scores
wins, ties = np.sum(ahead > 0), np.sum(ahead == 0)
share_of_pairs = (wins + 0.5 * ties) / ahead.size
ways_agree = max(abs(area - share_of_pairs), abs(area - sklearn_area)) < 1e-9
print(f"share of pairs won:   {share_of_pairs:.4f}")
print(f"thresholds:\n{thresholds}")
