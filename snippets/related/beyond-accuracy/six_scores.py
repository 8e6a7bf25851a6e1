import sys
from math import nan, sqrt

boxes = sys.argv[1:] or [8, 12, 2, 978]
tp, fp, fn, tn = [int(count) for count in boxes]
flagged, passed = tp + fp, fn + tn
wormy, sound = tp + fn, fp + tn

accuracy = (tp + tn) / (wormy + sound)
precision = tp / flagged if flagged else nan
recall = tp / wormy
middle = (flagged + wormy) / 2
f1 = tp / middle
sound_recall = tn / sound
class_count = 2
balanced_accuracy = (recall + sound_recall) / class_count
agreement = tp * tn - fp * fn
scale = sqrt(flagged * wormy * sound * passed)
mcc = agreement / scale if scale else nan
print(f"flagged {flagged}, passed {passed}")
print(f"wormy {wormy}, sound {sound}")
print(f"accuracy           {accuracy:.3f}")
print(f"precision          {precision:.3f}")
print(f"recall             {recall:.3f}")
print(f"F1                 {f1:.3f} = {tp} / {middle:.1f}")
print(f"recall of sound    {sound_recall:.3f}")
print(f"balanced accuracy  {balanced_accuracy:.3f}")
print(f"MCC                {mcc:.3f} = {agreement} / {scale:.1f}")
