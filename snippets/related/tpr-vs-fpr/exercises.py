import numpy as np
from sklearn.metrics import roc_auc_score

wormy_scores, sound_scores = [9, 8, 6, 3], [7, 6, 4, 2, 2, 1]
scores = np.array(wormy_scores + sound_scores)
has_worm = np.repeat([1, 0], [len(wormy_scores), len(sound_scores)])

says_worm = scores >= 3
caught, alarms = np.sum(has_worm[says_worm]), np.sum(says_worm)
precision = caught / alarms
recall = caught / np.sum(has_worm)
none_missed = recall == 1 and precision < 1
print(f"dial at three: precision {precision:.3f}, TPR {recall:.2f}")

area = roc_auc_score(has_worm, scores)
swapped_area = roc_auc_score(has_worm, -scores)
one_together = abs(area + swapped_area - 1) < 1e-9
print(f"area {area:.4f}, scores turned round {swapped_area:.4f}")

tpr_percent, fpr_percent = 90, 5
even_share = fpr_percent / (tpr_percent + fpr_percent)
right = even_share * tpr_percent
wrong = (1 - even_share) * fpr_percent
half_are_right = abs(right - wrong) < 1e-9
even_percent = 100 * even_share
print(f"half the alarms are right at {even_percent:.2f} % worms")

prices = np.arange(1, 601) / 100
at_eight, at_six, at_three = [
    prices * np.sum(np.less(wormy_scores, dial))
    + np.sum(np.greater_equal(sound_scores, dial))
    for dial in (8, 6, 3)
]
six_wins = np.sum((at_six <= at_eight) & (at_six <= at_three))
never_six = six_wins == 0
turn = np.argmin(np.abs(at_eight - at_three))
turning_price = prices[turn]
six_costs_more = at_eight[turn] == at_three[turn] < at_six[turn]
print(f"the best dial jumps at a price of {turning_price:.2f}")
print(f"of {len(prices)} prices, six is best at {six_wins}")
