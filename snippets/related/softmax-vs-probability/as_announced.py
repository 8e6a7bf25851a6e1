import numpy as np
from scipy.special import softmax

random = np.random.default_rng(7)
fruit_count = 4000
true_scores = random.normal(0, 1.5, size=(fruit_count, 3))
chances = softmax(true_scores, axis=1)
fruit = np.array([random.choice(3, p=each) for each in chances])

shares = softmax(2 * true_scores, axis=1)
announced = np.max(shares, axis=1)
is_right = np.argmax(shares, axis=1) == fruit
mean_announced, mean_right = np.mean(announced), np.mean(is_right)
surest_right = np.mean(is_right[announced > 0.9])
overconfident = mean_right < mean_announced
less_than_announced = surest_right < 0.9
weighted_gaps = []
print(f"scores of fruit one {true_scores[0].round(3)}")
print("announced     fruits  announced  right")
for low in np.arange(3, 10) / 10:
    here = (announced >= low) & (announced < low + 0.1)
    says, holds = np.mean(announced[here]), np.mean(is_right[here])
    weighted_gaps.append(np.mean(here) * abs(holds - says))
    print(f"{low:.1f} to {low + 0.1:.1f}  {np.sum(here):9}", end="")
    print(f"  {says:9.3f}  {holds:5.3f}")
calibration_error = np.sum(weighted_gaps)
print(f"in all      {fruit_count:9}  {mean_announced:9.3f}  {mean_right:5.3f}")
print(f"Expected calibration error: {calibration_error:.4f}")
