import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm

sound_count, wormy_count, threshold = 990, 10, 50
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound_scores = norm.ppf(sound_shares, sound_mean, spread)
wormy_scores = norm.ppf(wormy_shares, wormy_mean, spread)
caught = np.sum(wormy_scores >= threshold)
alarms = np.sum(sound_scores >= threshold)
print(f"{sound_count} sound apples, scores around {sound_mean}")
print(f"{wormy_count} wormy apples, scores around {wormy_mean}")
print(f"From {threshold} on: {caught} wormy and {alarms} sound apples")

figure, axes = plt.subplots(figsize=(5, 3))
dark = axes.title.get_color()
bins = np.arange(6, 74, 2)
steps = {"bins": bins, "histtype": "stepfilled", "color": "C2"}
axes.hist(sound_scores, alpha=0.35, **steps)
axes.hist(sound_scores[sound_scores >= threshold], **steps)
for score in wormy_scores:
    full = dark if score >= threshold else "none"
    [mark] = axes.plot(score, 9, "o", color=dark, markerfacecolor=full)
    mark.set(markeredgewidth=1.5)
axes.axvline(threshold, color=dark, linestyle="--", linewidth=1.5)
axes.text(32, 40, f"{sound_count} sound", ha="center")
axes.text(60, 14, f"{wormy_count} wormy", ha="center")
axes.text(threshold + 1, 80, "the camera\nflags these")
axes.set_title(f"{wormy_count} wormy apples, {sound_count} sound ones")
axes.set(xlabel="score for suspicious spots", ylabel="apples", xlim=(6, 74))
plt.show()
