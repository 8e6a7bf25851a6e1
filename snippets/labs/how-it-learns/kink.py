import numpy as np

too_high = np.linspace(-10, 10, 41)
loss = np.abs(too_high)

serving = []
for slope in [-1.5, -1, -0.5, 0, 0.5, 1, 1.5]:
    is_below = np.all(slope * too_high <= loss)
    verdict = "stays below" if is_below else "cuts the loss"
    print(f"slope {slope:4.1f}: {verdict}")
    if is_below:
        serving.append(slope)
one_each_way = serving[0] == -1 and serving[-1] == 1
