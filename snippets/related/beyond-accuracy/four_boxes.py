import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm

sound_count, wormy_count, threshold = 990, 10, 50
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound_scores = norm.ppf(sound_shares, sound_mean, spread)
wormy_scores = norm.ppf(wormy_shares, wormy_mean, spread)

is_caught, is_alarm = wormy_scores >= threshold, sound_scores >= threshold
tp, fp = np.sum(is_caught), np.sum(is_alarm)
fn, tn = wormy_count - tp, sound_count - fp
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

pass_all_right = sound_count
pass_all_accuracy = pass_all_right / total
print(f"Pass-all: right {pass_all_right}, accuracy {pass_all_accuracy:.3f}")

boxes = 8, 12, 2, 978
same_boxes = (tp, fp, fn, tn) == boxes
pass_all_wins = right < pass_all_right
more_alarms = fp > tp

figure, axes = plt.subplots(figsize=(5, 2.4))
bins = np.arange(6, 60, 4)
grey = {"histtype": "stepfilled", "color": "C2"}
axes.hist(sound_scores, bins, alpha=0.35, **grey)
axes.hist(sound_scores, bins[bins >= threshold], **grey)
dark = {"color": axes.title.get_color(), "linewidth": 1.5}
for group, full in (is_caught, dark["color"]), (~is_caught, "none"):
    heights = np.full(np.sum(group), 18)
    axes.plot(wormy_scores[group], heights, "o", markerfacecolor=full, **dark)
axes.axvline(threshold, linestyle="--", **dark)
axes.text(sound_mean, 80, f"{sound_count} sound", ha="center")
axes.text(60, 33, f"{wormy_count} wormy", ha="center")
axes.text(threshold + 1, 150, "the camera\nflags these")
axes.set_title(f"{wormy_count} wormy apples, {sound_count} sound ones")
axes.set(xlabel="score for suspicious spots", xlim=(6, 74))
axes.set(xticks=[10, 30, 50, 70], yticks=[])
axes.spines["left"].set_visible(False)
plt.show()
