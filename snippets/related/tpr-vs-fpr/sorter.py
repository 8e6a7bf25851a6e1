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
print(f"Worms caught: {wormy_scores[caught]} of {wormy_scores}")
print(f"False alarms: {sound_scores[false_alarms]} of {sound_scores}")
print(f"TPR {np.mean(caught):.2f}, FPR {np.mean(false_alarms):.2f}")
