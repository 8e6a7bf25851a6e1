import numpy as np
from scipy.stats import norm

sound_count, wormy_count, threshold = 990, 10, 50
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound = norm.ppf(sound_shares, loc=sound_mean, scale=spread)
wormy = norm.ppf(wormy_shares, loc=wormy_mean, scale=spread)

tp = np.sum(wormy >= threshold)
fn = np.sum(wormy < threshold)
fp = np.sum(sound >= threshold)
tn = np.sum(sound < threshold)
right, flagged, passed = tp + tn, tp + fp, fn + tn
wrong, total = fp + fn, tp + fp + fn + tn
accuracy = right / total
print(f"Scores: wormy around {wormy_mean}, sound around {sound_mean}")
print(f"Flagged from {threshold} on")
print("         wormy  sound  in all")
print(f"flagged  {tp:5}  {fp:5}  {flagged:6}")
print(f"passed   {fn:5}  {tn:5}  {passed:6}")
print(f"in all   {wormy_count:5}  {sound_count:5}  {total:6}")
print(f"Right {right}, wrong {wrong}, accuracy {accuracy:.3f}")
