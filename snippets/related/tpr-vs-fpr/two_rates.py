import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
threshold = 5

tpr = np.mean(wormy_scores >= threshold)
fpr = np.mean(sound_scores >= threshold)
print(f"TPR {tpr:.2f}, FPR {fpr:.2f}")
