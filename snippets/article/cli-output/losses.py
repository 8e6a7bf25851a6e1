import argparse

import numpy as np


def apples(text):
    number = float(text)
    if not abs(number) <= 1e9:
        raise argparse.ArgumentTypeError(f"{text} is over a billion apples")
    return number


actual, forecasts = 100, [90, 95, 105]
parser = argparse.ArgumentParser(
    description="L1 and L2 loss of apple forecasts"
)
parser.add_argument("forecasts", nargs="*", type=apples, default=forecasts)
parser.add_argument("--actual", type=apples, default=actual)
options = parser.parse_args()

print("Calculating L1 and L2 loss ...")
misses = np.abs(options.actual - np.array(options.forecasts))
l1 = np.mean(misses)
l2 = np.mean(misses**2)
print(f"L1 Loss: {l1:.2f}")
print(f"L2 Loss: {l2:.1f}")

largest = np.max(misses)
if largest == 0:
    print("Every forecast is right.")
elif largest == np.min(misses):
    print(f"Every miss is {largest:g} apples, so none")
    print("weighs more than another.")
else:
    l1_share = largest / np.sum(misses)
    l2_share = largest**2 / np.sum(misses**2)
    print(f"The largest miss, {largest:g} apples, makes up")
    print(f"{l1_share:.1%} of L1 and {l2_share:.1%} of L2.")
