import numpy as np
from scipy.special import softmax

scores = np.array([3, 2, 0])
shift = 100
shares = softmax(scores)
shifted, doubled = softmax(scores + shift), softmax(2 * scores)
ratio = shares[0] / shares[1]
e = np.exp(1)
by_shift, by_doubling = shifted - shares, doubled - shares
doubling_counts = bool(np.all(abs(by_shift) < abs(by_doubling) / 1e6))
a_point_is_e = abs(ratio - e) < 1e-9
print(f"scores            {shares.round(3)}")
print(f"{shift} added to all  {shifted.round(3)}")
print(f"all doubled       {doubled.round(3)}")
print(f"apple over pear {ratio:.5f}, e is {e:.5f}")
