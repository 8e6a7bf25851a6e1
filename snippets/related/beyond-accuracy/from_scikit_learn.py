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
