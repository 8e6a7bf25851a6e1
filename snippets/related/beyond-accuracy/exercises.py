import numpy as np
from sklearn.metrics import balanced_accuracy_score

boxes = 8, 12, 2, 978
tp, fp, fn, tn = boxes
recall, false_alarm_rate = tp / (tp + fn), fp / (fp + tn)
# Precision is one half where as many are caught as are false alarms.
even_share = false_alarm_rate / (recall + false_alarm_rate)
one_in = 1 / even_share
caught = even_share * recall
alarms = caught + (1 - even_share) * false_alarm_rate
half_are_right = abs(caught / alarms - 1 / 2) < 1e-9
print(f"Wormy share {even_share:.4f}, one in {one_in:.1f}")

shares = np.array([0.001, 0.01, 0.1, 0.5])
caught_share = shares * recall
alarm_share = caught_share + (1 - shares) * false_alarm_rate
precision = caught_share / alarm_share
clean_precision, our_precision, old_precision, wild_precision = precision
precision_rises = bool(np.all(np.diff(precision) > 0))
for row in zip(shares, precision):
    print("Wormy share {:.3f}: precision {:.3f}".format(*row))

even_price = fp / tp
pass_all_cost = even_price * (tp + fn)
costs_agree = abs(even_price * fn + fp - pass_all_cost) < 1e-9
print(f"Price of a missed worm {even_price:.2f}")

is_wormy = [1] * (tp + fn) + [0] * (fp + tn)
apples = len(is_wormy)
blind = [[1, 0] * (apples // 2), [0] * apples, [1] * apples]
scores = [balanced_accuracy_score(is_wormy, each) for each in blind]
coin = scores[0]
print("Balanced accuracy", *scores)
