import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm
from sklearn.metrics import average_precision_score, roc_auc_score

sound_count, wormy_count = 990, 10
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound_scores = norm.ppf(sound_shares, sound_mean, spread)
wormy_scores = norm.ppf(wormy_shares, wormy_mean, spread)

# At each of these thresholds, one more worm is caught.
thresholds = wormy_scores[::-1]
caught = np.arange(wormy_count) + 1
alarms = np.sum(sound_scores >= thresholds[:, np.newaxis], axis=1)
recall, fpr = caught / wormy_count, alarms / sound_count
precision = caught / (caught + alarms)
average_precision = np.sum(np.diff(np.append(0, recall)) * precision)
last_alarms, last_fpr, last_precision = alarms[-1], fpr[-1], precision[-1]
for row in zip(caught, alarms, precision):
    print("{:2} caught, {:2} false alarms: precision {:.3f}".format(*row))

scores = np.append(wormy_scores, sound_scores)
is_wormy = np.repeat([1, 0], [wormy_count, sound_count])
area = roc_auc_score(is_wormy, scores)
by_sklearn = average_precision_score(is_wormy, scores)
libraries_agree = abs(by_sklearn - average_precision) < 1e-9
blind = average_precision_score(is_wormy, 0 * scores)
print(f"average precision {average_precision:.3f}, blind {blind:.3f}")
print(f"area below the ROC curve {area:.3f}")

figure, (left, right) = plt.subplots(1, 2, figsize=(5, 2.9))
fill = {"fill": True, "facecolor": ("C2", 0.25), "edgecolor": "C2"}
left.stairs(recall, np.append(fpr, 1), **fill)
right.stairs(precision, np.append(0, recall), **fill)
left.plot(last_fpr, 1, "o", color="C2", clip_on=False)
right.plot(1, last_precision, "o", color="C2", clip_on=False)
left.text(0.5, 0.45, f"{area:.2f}", ha="center")
right.text(0.4, 0.45, f"{average_precision:.2f}", ha="center")
left.set(title="ROC looks good ...", xlabel="FPR", ylabel="recall")
right.set(title="... precision does not", xlabel="recall", ylabel="precision")
for panel in left, right:
    panel.set(xlim=(0, 1), ylim=(0, 1), xticks=[0, 1], yticks=[0, 1])
plt.show()
