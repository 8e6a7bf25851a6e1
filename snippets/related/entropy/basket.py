import argparse
from heapq import heapify, heappop, heappush

import numpy as np
from scipy.special import entr

parser = argparse.ArgumentParser(description="Ask for the fruit of a basket")
parser.add_argument("counts", nargs="*", type=int, default=[4, 2, 1, 1])
counts = parser.parse_args().counts

shares = np.array(counts) / sum(counts)
bits = np.sum(entr(shares)) / np.log(2)
print(f"Entropy: {bits:.4f} bits")

groups = [count for count in counts if count]
heapify(groups)
asked = 0
while len(groups) > 1:
    # One question tells the two rarest groups apart; then they are one.
    both = heappop(groups) + heappop(groups)
    heappush(groups, both)
    asked += both
print(f"Questions at best: {asked / sum(counts):.4f} on average")
