import numpy as np
from scipy.differentiate import derivative
from scipy.special import expit

scores = np.array([-8, -2, 0, 2, 8])

chances = 1 / (1 + np.exp(-scores))
odds = chances / (1 - chances)
log_odds = np.log(odds)
slopes = chances * (1 - chances)
print("score  chance      odds  log-odds   slope")
for row in zip(scores, chances, odds, log_odds, slopes):
    print("{:5}  {:.4f} {:9.4f} {:9.4f}  {:.4f}".format(*row))

two_up, steepest = chances[3], slopes[2]
undone = np.allclose(log_odds, scores)
measured = derivative(expit, scores).df
slope_is_product = np.allclose(slopes, measured)
