import numpy as np
from sklearn.metrics import log_loss

apples, pears = 3, 1
is_apple = np.repeat([1, 0], [apples, pears])
apple_belief = 0.9
apple_beliefs = np.full(len(is_apple), apple_belief)

given_to_truth = np.where(is_apple == 1, apple_belief, 1 - apple_belief)
nats = np.mean(-np.log(given_to_truth))
bits = np.mean(-np.log2(given_to_truth))
sklearn_nats = log_loss(is_apple, apple_beliefs)
libraries_agree = abs(sklearn_nats - nats) < 1e-9
nats_of_a_bit = np.log(2)
print(f"cross-entropy {nats:.4f} nats, {bits:.4f} bits")
print(f"log_loss      {sklearn_nats:.4f} nats")
print(f"one bit is    {nats_of_a_bit:.4f} nats")
