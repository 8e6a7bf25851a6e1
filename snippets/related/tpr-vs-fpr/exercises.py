import numpy as np
from sklearn.metrics import roc_auc_score

scores = np.array([9, 8, 6, 3, 7, 6, 4, 2, 2, 1])
has_worm = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])

says_worm = scores >= 3
caught, alarms = np.sum(has_worm[says_worm]), np.sum(says_worm)
precision = caught / alarms
recall = caught / np.sum(has_worm)
print(f"dial at three: precision {precision:.3f}, TPR {recall:.2f}")

area = roc_auc_score(has_worm, scores)
swapped_area = roc_auc_score(has_worm, -scores)
print(f"area {area:.4f}, scores turned round {swapped_area:.4f}")

tpr, fpr = 0.9, 0.05
even_share = fpr / (tpr + fpr)
even_percent = 100 * even_share
print(f"half of the alarms are right at {even_percent:.2f} % wormy apples")

prices = np.arange(1, 601) / 100
at_eight, at_six, at_three = 2 * prices, prices + 2, 3
six_wins = np.sum((at_six < at_eight) & (at_six < at_three))
turning_price = prices[np.argmin(np.abs(at_eight - at_three))]
print(f"the best dial jumps at a price of {turning_price:.2f}")
print(f"of {len(prices)} prices, six is best at {six_wins}")
