import numpy as np
from sklearn.metrics import accuracy_score, f1_score, matthews_corrcoef


def scores(tp, fp, fn, tn):
    wormy = np.repeat([1, 0, 1, 0], [tp, fp, fn, tn])
    flagged = np.repeat([1, 1, 0, 0], [tp, fp, fn, tn])
    return [
        accuracy_score(wormy, flagged),
        f1_score(wormy, flagged),
        matthews_corrcoef(wormy, flagged),
    ]


more_sound = 9000
accuracy, f1, mcc = scores(8, 12, 2, 978)
more_accuracy, more_f1, more_mcc = scores(8, 12, 2, 978 + more_sound)
swapped_accuracy, swapped_f1, swapped_mcc = scores(978, 2, 12, 8)
print("                  accuracy     F1    MCC")
print(f"camera               {accuracy:.3f}  {f1:.3f}  {mcc:.3f}")
print(f"{more_sound} more passed     {more_accuracy:.3f}", end="")
print(f"  {more_f1:.3f}  {more_mcc:.3f}")
print(f"sound is yes         {swapped_accuracy:.3f}", end="")
print(f"  {swapped_f1:.3f}  {swapped_mcc:.3f}")
