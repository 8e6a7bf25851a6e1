import numpy as np

error = np.int16(200)
square = error * error
print(f"{error} times itself: {square:,}")
