import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
names = ["x", "y", "x * x", "x * y", "y * y"]
terms = [xs, ys, xs * xs, xs * ys, ys * ys]
print("picture   1       2       3       4")
for name, term in zip(names, terms):
    sums = np.sum(term, axis=1)
    row = [f"{each:7.2f}" for each in sums]
    print(f"{name:5}", *row)
