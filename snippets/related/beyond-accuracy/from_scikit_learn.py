import numpy as np
from sklearn import metrics

wormy = np.repeat([1, 0, 1, 0], [8, 12, 2, 978])
camera = np.repeat([1, 1, 0, 0], [8, 12, 2, 978])
pass_all = np.zeros(len(wormy), dtype=int)

print("          camera  pass-all")
for name, score in [
    ("accuracy", metrics.accuracy_score),
    ("recall", metrics.recall_score),
    ("F1", metrics.f1_score),
    ("balanced", metrics.balanced_accuracy_score),
    ("MCC", metrics.matthews_corrcoef),
]:
    print(f"{name:8}  {score(wormy, camera):6.3f}", end="")
    print(f"  {score(wormy, pass_all):8.3f}")
