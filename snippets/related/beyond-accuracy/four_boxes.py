import numpy as np
from scipy.stats import norm

sound_count, wormy_count, threshold = 990, 10, 50
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound_scores = norm.ppf(sound_shares, sound_mean, spread)
wormy_scores = norm.ppf(wormy_shares, wormy_mean, spread)

tp = np.sum(wormy_scores >= threshold)
fn = np.sum(wormy_scores < threshold)
fp = np.sum(sound_scores >= threshold)
tn = np.sum(sound_scores < threshold)
right, flagged, passed = tp + tn, tp + fp, fn + tn
wrong, total = fp + fn, tp + fp + fn + tn
accuracy = right / total
print(f"Scores: wormy around {wormy_mean}, sound around {sound_mean}")
print(f"Flagged from {threshold} on")
print("        flagged  passed  in all")
print(f"wormy   {tp:7}  {fn:6}  {wormy_count:6}")
print(f"sound   {fp:7}  {tn:6}  {sound_count:6}")
print(f"in all  {flagged:7}  {passed:6}  {total:6}")
print(f"Right {right}, wrong {wrong}, accuracy {accuracy:.3f}")

boxes = 8, 12, 2, 978
same_boxes = (tp, fp, fn, tn) == boxes
pass_all_wins = right < sound_count
more_alarms = fp > tp
