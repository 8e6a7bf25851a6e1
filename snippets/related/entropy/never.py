import numpy as np
from scipy.stats import entropy
from sklearn.metrics import log_loss

apples, pears = 3, 1
divergence = entropy([apples, pears], [1, 0], base=2)
is_infinite = divergence > np.finfo(float).max
print(f"SciPy's divergence:  {divergence}")

is_apple = np.repeat([1, 0], [apples, pears])
sure_of_apples = np.ones(len(is_apple))
clipped_loss = log_loss(is_apple, sure_of_apples)
clipped_chance = np.exp(-len(is_apple) * clipped_loss)
print(f"scikit-learn's loss: {clipped_loss:.2f} nats")
print(f"as if its chance were {clipped_chance:.1e}")
