import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import softmax
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss, log_loss

random = np.random.default_rng(7)
fruit_count, half = 4000, 2000
true_scores = random.normal(0, 1.5, size=(fruit_count, 3))
chances = softmax(true_scores, axis=1)
fruit = np.array([random.choice(3, p=each) for each in chances])
scores = 2 * true_scores


def loss(temperature):
    return log_loss(fruit[:half], softmax(scores[:half] / temperature, axis=1))


def announced_and_right(temperature):
    shares = softmax(scores[half:] / temperature, axis=1)
    return np.max(shares, axis=1), np.argmax(shares, axis=1) == fruit[half:]


def check(temperature):
    announced, is_right = announced_and_right(temperature)
    rows = np.floor(announced * 10)
    gaps = [np.sum((is_right - announced)[rows == row]) for row in range(10)]
    shares = softmax(scores[half:] / temperature, axis=1)
    brier = brier_score_loss(fruit[half:], shares)
    log = log_loss(fruit[half:], shares)
    return np.sum(np.abs(gaps)) / half, brier, log, np.mean(is_right)


temperature = minimize_scalar(loss, bounds=(0.1, 10), method="bounded").x
error_before, brier_before, log_before, right_before = check(1)
error_after, brier_after, log_after, right_after = check(temperature)
error_of_true_chances = check(2)[0]
follows_the_line = error_after < error_before / 2
brier_falls = brier_after < brier_before
none_changed = right_after == right_before
print(f"temperature from the first {half} fruits: {temperature:.3f}")
print("on the other fruits      before   after")
print(f"calibration error        {error_before:.4f}  {error_after:.4f}")
print(f"  of the true chances    {error_of_true_chances:14.4f}")
print(f"Brier score              {brier_before:.4f}  {brier_after:.4f}")
print(f"log loss                 {log_before:.4f}  {log_after:.4f}")
print(f"share of right answers   {right_before:.4f}  {right_after:.4f}")

figure, axes = plt.subplots(figsize=(5, 3.5))
dark = axes.title.get_color()
axes.plot([0.3, 1], [0.3, 1], ":", color="C2", linewidth=1.5)
for each, style, colour in [(1, "--s", "C2"), (temperature, "-o", dark)]:
    announced, is_right = announced_and_right(each)
    true, said = calibration_curve(is_right, announced, n_bins=10)
    axes.plot(said, true, style, color=colour)
few_at_the_left = np.mean(announced < 0.4) < 0.02
axes.text(1, 0.52, "as delivered", ha="right")
axes.text(0.66, 0.74, "warmed", ha="right")
axes.text(0.3, 0.48, "perfect", color="C2")
axes.set(xlabel="share announced", ylabel="share right", ylim=(0.25, 1.02))
axes.set_title("Warmed, the shares are nearly chances")
plt.show()
