import numpy as np
from scipy.special import softmax

scores = np.array([3, 2, 0])
shares = softmax(scores)
outcome = np.array([1, 0, 0])

gaps = outcome - shares
brier = np.sum(gaps**2)
apple_gap, pear_gap, quince_gap = gaps
absolute = np.sum(np.abs(gaps))
log_loss = -np.log(shares[0])
print(f"gaps            {gaps.round(4)}")
print(f"squares         {(gaps**2).round(4)}")
print(f"Brier score     {brier:.4f}")
print(f"absolute error  {absolute:.4f}")
print(f"log loss        {log_loss:.4f}")
