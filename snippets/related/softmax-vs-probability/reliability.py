import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import softmax
from sklearn.calibration import calibration_curve
from sklearn.metrics import log_loss

random = np.random.default_rng(7)
true_scores = random.normal(0, 1.5, size=(4000, 3))
chances = softmax(true_scores, axis=1)
fruit = np.array([random.choice(3, p=each) for each in chances])
scores = 2 * true_scores
half = 2000


def loss(temperature):
    return log_loss(fruit[:half], softmax(scores[:half] / temperature, axis=1))


temperature = minimize_scalar(loss, bounds=(0.1, 10), method="bounded").x


def check(temperature):
    shares = softmax(scores[half:] / temperature, axis=1)
    outcomes = np.eye(3)[fruit[half:]]
    announced = np.max(shares, axis=1)
    is_right = np.argmax(shares, axis=1) == fruit[half:]
    gaps = np.histogram(announced, 10, (0, 1), weights=announced - is_right)[0]
    return [
        np.sum(np.abs(gaps)) / half,
        np.mean(np.sum((shares - outcomes) ** 2, axis=1)),
        log_loss(fruit[half:], shares),
        np.mean(is_right),
    ], calibration_curve(is_right, announced, n_bins=10)


before, (right_before, announced_before) = check(1)
from_true_chances, _ = check(2)
error_of_true_chances = from_true_chances[0]
after, (right_after, announced_after) = check(temperature)
error_before, brier_before, log_before, share_right = before
error_after, brier_after, log_after, share_right_after = after
print(f"temperature from the first {half} fruits: {temperature:.3f}")
print("on the other fruits        before   after")
print(f"calibration error          {error_before:.4f}  {error_after:.4f}")
print(f"  with the true chances    {error_of_true_chances:14.4f}")
print(f"Brier score                {brier_before:.4f}  {brier_after:.4f}")
print(f"log loss                   {log_before:.4f}  {log_after:.4f}")
print(f"share of right answers     {share_right:.4f}  {share_right_after:.4f}")

figure, axes = plt.subplots(figsize=(5, 4))
axes.plot([0.3, 1], [0.3, 1], ":", color="C2", linewidth=1.5)
axes.plot(announced_before, right_before, "--s", color="C2")
axes.plot(announced_after, right_after, "-o", color="C2")
axes.text(1, 0.6, "as delivered", ha="right")
axes.text(0.68, 0.74, "cooled", ha="right")
axes.set(
    title="Is it right as often as it says?",
    xlabel="share announced",
    ylabel="share right",
    ylim=(0.25, 1.02),
)
plt.show()
