import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
names = ["x", "y", "x * x", "x * y", "y * y"]
terms = [xs, ys, xs * xs, xs * ys, ys * ys]
print("picture   1       2       3       4")
for name, each in zip(names, terms):
    sums = np.sum(each, axis=1)
    print(f"{name:5}", *(f"{total:7.2f}" for total in sums))
