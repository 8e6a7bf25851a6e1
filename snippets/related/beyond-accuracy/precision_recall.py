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
recall = np.append(0, caught / wormy_count)
precision = caught / (caught + alarms)
average_precision = np.sum(np.diff(recall) * precision)
last_alarms, last_precision = alarms[-1], precision[-1]
last_fpr = last_alarms / sound_count
print("caught", *caught)
print("alarms", *alarms)

scores = np.append(wormy_scores, sound_scores)
is_wormy = np.repeat([1, 0], [wormy_count, sound_count])
area = roc_auc_score(is_wormy, scores)
by_sklearn = average_precision_score(is_wormy, scores)
libraries_agree = abs(by_sklearn - average_precision) < 1e-9
blind = average_precision_score(is_wormy, 0 * scores)
print(f"average precision {average_precision:.3f}, blind {blind:.2f}")

figure, axes = plt.subplots(figsize=(5, 2.6))
axes.stairs(precision, recall, fill=True, color="C2", alpha=0.25)
axes.plot(1, last_precision, "o", color="C2", clip_on=False)
axes.text(0.18, 0.45, f"average precision {average_precision:.2f}")
axes.set(title="All worms caught: most alarms are false", xlabel="recall")
axes.set(ylabel="precision", xlim=(0, 1), ylim=(0, 1))
axes.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
plt.show()
