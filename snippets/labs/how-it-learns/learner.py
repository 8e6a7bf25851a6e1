import argparse

import numpy as np

parser = argparse.ArgumentParser(description="A forecast learns from a loss.")
parser.add_argument("loss", nargs="?", choices=["L1", "L2"], default="L1")
parser.add_argument("rate", nargs="?", type=float, default=3)
options = parser.parse_args()

target, forecast, path = 100, 0.0, []
for _ in range(40):
    error = target - forecast
    gradient = -np.sign(error) if options.loss == "L1" else -2 * error
    forecast -= options.rate * gradient
    path.append(f"{forecast:,.6g}")

print("first:", *path[:4])
print("last: ", *path[-4:])
