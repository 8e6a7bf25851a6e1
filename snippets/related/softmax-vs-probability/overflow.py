import numpy as np

scores = np.array([1003.0, 1002.0, 1000.0])
powers = np.exp(scores)
print(f"powers  {powers}")
print(f"shares  {powers / np.sum(powers)}")
