import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
threshold = 5

wormy, sound = len(wormy_scores), len(sound_scores)
true_positives = np.sum(wormy_scores >= threshold)
false_negatives = wormy - true_positives
false_positives = np.sum(sound_scores >= threshold)
true_negatives = sound - false_positives
print(f"scores of wormy apples {wormy_scores}")
print(f"scores of sound apples {sound_scores}")
print("            says worm  says sound")
print(f"has a worm  {true_positives:9}  {false_negatives:10}")
print(f"is sound    {false_positives:9}  {true_negatives:10}")

tpr, fnr = true_positives / wormy, false_negatives / wormy
fpr, tnr = false_positives / sound, true_negatives / sound
print(f"TPR {tpr:.2f} + FNR {fnr:.2f} = {tpr + fnr:.2f}")
print(f"FPR {fpr:.2f} + TNR {tnr:.2f} = {fpr + tnr:.2f}")
