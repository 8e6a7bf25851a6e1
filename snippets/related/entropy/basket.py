import argparse
from heapq import heapify, heappop, heappush

from scipy.stats import entropy

parser = argparse.ArgumentParser(description="Ask for the fruit of a basket")
parser.add_argument("counts", nargs="*", type=int, default=[4, 2, 1, 1])
counts = parser.parse_args().counts

print(f"Entropy: {entropy(counts, base=2):.4f} bits")

groups = list(counts)
heapify(groups)
asked = 0
while len(groups) > 1:
    # One question tells the two rarest groups apart; then they are one.
    both = heappop(groups) + heappop(groups)
    heappush(groups, both)
    asked += both
print(f"Questions at best: {asked / sum(counts):.4f} on average")
