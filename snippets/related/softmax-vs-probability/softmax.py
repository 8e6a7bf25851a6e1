import sys

import numpy as np

scores = np.array(sys.argv[1:] or [3, 2, 0], dtype=float)
powers = np.exp(scores - np.max(scores))
shares = powers / np.sum(powers)
for score, share in zip(scores, shares):
    print(f"score {score:7.1f}   share {share:.4f}")
