import numpy as np
from sklearn.metrics import log_loss

is_apple = np.array([1, 1, 1, 0])
apple_beliefs = np.array([0.9, 0.9, 0.9, 0.9])
given_to_truth = np.where(is_apple, apple_beliefs, 1 - apple_beliefs)
nats = -np.mean(np.log(given_to_truth))
bits = -np.mean(np.log2(given_to_truth))
sklearn_nats = log_loss(is_apple, apple_beliefs)
nats_of_a_bit = np.log(2)
libraries_agree = abs(sklearn_nats - nats) < 1e-9
print(f"{nats:.4f} nats by hand and {sklearn_nats:.4f} by log_loss")
