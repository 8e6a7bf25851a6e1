import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
threshold = 5.5

wormy, sound = len(wormy_scores), len(sound_scores)
tp = np.sum(wormy_scores >= threshold)
fn = np.sum(wormy_scores < threshold)
fp = np.sum(sound_scores >= threshold)
tn = np.sum(sound_scores < threshold)
print(f"wormy: {tp} caught, {fn} missed")
print(f"sound: {fp} false alarms, {tn} passed")

tpr, fnr = tp / wormy, fn / wormy
fpr, tnr = fp / sound, tn / sound
rows_make_one = tpr + fnr == fpr + tnr == 1
print(f"TPR {tpr:.2f} + FNR {fnr:.2f} = {tpr + fnr:.2f}")
print(f"FPR {fpr:.2f} + TNR {tnr:.2f} = {fpr + tnr:.2f}")
