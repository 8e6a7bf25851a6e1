import numpy as np
from scipy.special import rel_entr
from sklearn.metrics import log_loss

spoilt = np.array([1, 0, 0, 1])
chances = np.array([0.9, 0.2, 0.4, 0.5])
of_what_came = np.where(spoilt, chances, 1 - chances)
plain = np.mean(-np.log(of_what_came))

mean_loss = log_loss(spoilt, chances)
sum_loss = log_loss(spoilt, chances, normalize=False)
both = np.array([spoilt, 1 - spoilt])
believed = np.array([chances, 1 - chances])
entropy_sum = np.sum(rel_entr(both, believed))
print(f"log_loss            {mean_loss:.4f}")
print(f"  normalize=False   {sum_loss:.4f}")
print(f"rel_entr, added up  {entropy_sum:.4f}")
mean_times = mean_loss / plain
sum_times = sum_loss / np.sum(-np.log(of_what_came))
entropy_times = entropy_sum / np.sum(-np.log(of_what_came))
