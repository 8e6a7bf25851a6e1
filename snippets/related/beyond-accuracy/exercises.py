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
