import numpy as np

error = np.int16(200)
square = error * error
largest = np.iinfo(np.int16).max
print(f"{error} times itself: {square:,}")
print(f"The largest that fits: {largest:,}")
