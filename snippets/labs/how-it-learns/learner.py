import argparse

import numpy as np

parser = argparse.ArgumentParser(description="A forecast learns from a loss.")
parser.add_argument("loss", nargs="?", choices=["L1", "L2"], default="L1")
parser.add_argument("rate", nargs="?", type=float, default=3)
options = parser.parse_args()

target, forecast, path = 100, 0.0, []
for _ in range(40):
    too_high = forecast - target
    gradient = np.sign(too_high) if options.loss == "L1" else 2 * too_high
    forecast -= options.rate * gradient
    path.append(f"{forecast:.6g}")

print("first steps:", *path[:4])
print("last steps: ", *path[-4:])
