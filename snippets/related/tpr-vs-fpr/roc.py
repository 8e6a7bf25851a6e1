import matplotlib.pyplot as plt
import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
scores = np.union1d(wormy_scores, sound_scores)[::-1]
thresholds = np.append(10, scores)

tpr = [np.mean(wormy_scores >= threshold) for threshold in thresholds]
fpr = [np.mean(sound_scores >= threshold) for threshold in thresholds]
print("dial   FPR   TPR")
for threshold, across, up in zip(thresholds, fpr, tpr):
    print(f"{threshold:4}  {across:.2f}  {up:.2f}")

fig, ax = plt.subplots(figsize=(5, 4.4))
ax.plot(fpr, tpr, "o-", color="C2")
ax.plot([0, 1], [0, 1], ":", color="C2", linewidth=1.5)
for threshold, across, up in zip(thresholds, fpr, tpr):
    ax.text(across + 0.03, up - 0.06, f"{threshold}")
ax.text(0.62, 0.52, "tossing a coin")
ax.text(0.2, 0.12, "a number is where\nthe dial stands")
ax.set_title("Every position of the dial")
ax.set(xlabel="false positive rate", ylabel="true positive rate")
ax.set(xlim=(-0.04, 1.1), ylim=(-0.04, 1.06))
plt.show()
