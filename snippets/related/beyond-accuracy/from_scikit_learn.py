from statistics import harmonic_mean, mean

import numpy as np
from sklearn import metrics

boxes = 8, 12, 2, 978
is_wormy = np.repeat([1, 0, 1, 0], boxes)
camera = np.repeat([1, 1, 0, 0], boxes)
pass_all = np.zeros(len(is_wormy), dtype=int)

matrix = metrics.confusion_matrix(is_wormy, camera)
(tn, fp), (fn, tp) = matrix
same_boxes = (tp, fp, fn, tn) == boxes
print(matrix)

print("          camera  pass-all")
for name, score in [
    ("accuracy", metrics.accuracy_score),
    ("recall", metrics.recall_score),
    ("F1", metrics.f1_score),
    ("balanced", metrics.balanced_accuracy_score),
    ("MCC", metrics.matthews_corrcoef),
]:
    print(f"{name:8}  {score(is_wormy, camera):6.3f}", end="")
    print(f"  {score(is_wormy, pass_all):8.3f}")

every_second = np.arange(len(is_wormy)) % 2
answers = is_wormy, 1 - is_wormy, every_second
ends = [metrics.matthews_corrcoef(is_wormy, each) for each in answers]
as_said = np.allclose(ends, [1, -1, 0])
print("MCC: right {:.0f}, wrong {:.0f}, no clue {:.0f}".format(*ends))

flag_all = [np.mean(is_wormy), 1]  # precision and recall
flag_all_mean, flag_all_f1 = mean(flag_all), harmonic_mean(flag_all)
camera_f1 = metrics.f1_score(is_wormy, camera)
at_most_twice = flag_all_f1 <= 2 * min(flag_all) < camera_f1
print(f"flag all: mean {flag_all_mean:.3f}, F1 {flag_all_f1:.3f}")
