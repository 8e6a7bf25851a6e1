import numpy as np
from sklearn.metrics import accuracy_score, f1_score, matthews_corrcoef


def scores(tp, fp, fn, tn):
    is_wormy = np.repeat([1, 0, 1, 0], [tp, fp, fn, tn])
    is_flagged = np.repeat([1, 1, 0, 0], [tp, fp, fn, tn])
    return [
        accuracy_score(is_wormy, is_flagged),
        f1_score(is_wormy, is_flagged),
        matthews_corrcoef(is_wormy, is_flagged),
    ]


boxes, more_sound = (8, 12, 2, 978), 9000
tp, fp, fn, tn = boxes
accuracy, f1, mcc = scores(tp, fp, fn, tn)
more_accuracy, more_f1, more_mcc = scores(tp, fp, fn, tn + more_sound)
swapped_accuracy, swapped_f1, swapped_mcc = scores(tn, fn, fp, tp)
f1_stays = more_f1 == f1 and more_accuracy > accuracy
mcc_stays = abs(swapped_mcc - mcc) < 1e-9 < swapped_f1 - f1
print("                  accuracy     F1    MCC")
print(f"camera               {accuracy:.3f}  {f1:.3f}  {mcc:.3f}")
print(f"{more_sound} more passed     {more_accuracy:.3f}", end="")
print(f"  {more_f1:.3f}  {more_mcc:.3f}")
print(f"sound is yes         {swapped_accuracy:.3f}", end="")
print(f"  {swapped_f1:.3f}  {swapped_mcc:.3f}")
