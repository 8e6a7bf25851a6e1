import numpy as np
from scipy.stats import entropy
from sklearn.metrics import log_loss

divergence = entropy([0.75, 0.25], [1, 0], base=2)
print(f"SciPy's divergence:  {divergence}")

is_apple = [1, 1, 1, 0]
sure_of_apples = [1.0, 1.0, 1.0, 1.0]
clipped_loss = log_loss(is_apple, sure_of_apples)
clipped_chance = np.exp(-len(is_apple) * clipped_loss)
print(f"scikit-learn's loss: {clipped_loss:.2f} nats")
print(f"as if its chance were {clipped_chance:.1e}")
