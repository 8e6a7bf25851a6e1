import numpy as np

boxes = 8, 12, 2, 978
tp, fp, fn, tn = boxes
recall, false_alarm_rate = tp / (tp + fn), fp / (fp + tn)
wormy_share = np.array([0.001, 0.01, 0.1, 0.5])
caught = wormy_share * recall
false_alarms = (1 - wormy_share) * false_alarm_rate
precision = caught / (caught + false_alarms)
precision_rises = bool(np.all(np.diff(precision) > 0))

clean, ours, old, wild = wormy_share
clean_precision, our_precision, old_precision, wild_precision = precision
print("wormy   recall  precision")
for share, value in zip(wormy_share, precision):
    print(f"{share:6.1%}  {recall:6.2f}  {value:9.3f}")
