import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
print("picture   1       2       3       4")
for name, values in [
    ("x", xs),
    ("y", ys),
    ("x * x", xs * xs),
    ("x * y", xs * ys),
    ("y * y", ys * ys),
]:
    sums = np.sum(values, axis=1)
    print(f"{name:5}", *(f"{total:7.2f}" for total in sums))
