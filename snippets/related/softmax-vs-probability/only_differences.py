import numpy as np
from scipy.special import softmax

scores = np.array([3, 2, 0])
shift = 100
shares = softmax(scores)
shifted, doubled = softmax(scores + shift), softmax(2 * scores)
ratio = shares[0] / shares[1]
e = np.exp(1)
print(f"scores            {shares.round(3)}")
print(f"{shift} added to all  {shifted.round(3)}")
print(f"all doubled       {doubled.round(3)}")
print(f"apple over pear {ratio:.5f}, e is {e:.5f}")
