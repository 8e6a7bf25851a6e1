import numpy as np

days = np.arange(1, 10)
pivot = np.median(days)
distances = np.abs(days - pivot)
rest = np.sum(distances)
furthest = pivot + rest
print(distances, "add up to", rest)
print(f"furthest day: {furthest:.0f}")
