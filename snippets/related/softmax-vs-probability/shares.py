import numpy as np

scores = np.array([3, 2, 0])
powers = np.exp(scores)
shares = powers / np.sum(powers)
print(f"powers {powers.round(3)}")
print(f"shares {shares.round(3)}")
