import argparse

import numpy as np

parser = argparse.ArgumentParser(description="Sort ten apples by their scores")
parser.add_argument("threshold", nargs="?", type=float, default=5)
threshold = parser.parse_args().threshold

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
caught = wormy_scores >= threshold
false_alarms = sound_scores >= threshold
print(f"Says worm from a score of {threshold:g} on.")
print(f"Worms caught: {np.sum(caught)} of {len(caught)}")
print(f"False alarms: {np.sum(false_alarms)} of {len(false_alarms)}")
print(f"TPR {np.mean(caught):.2f}, FPR {np.mean(false_alarms):.2f}")
