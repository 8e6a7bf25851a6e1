import numpy as np

scores = np.array([3, 2, 0])
powers = np.exp(scores + 1000.0)
print(f"powers  {powers}")
print(f"shares  {powers / np.sum(powers)}")
