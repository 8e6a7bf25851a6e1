import numpy as np

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
number_of_days = len(data)
fourth_loss, seventh_loss = data[3, 3], data[6, 3]
print(f"{number_of_days} days, two of them:")
print("day     air flow  water   acid   lost")
for name, row in [("four", data[3]), ("seven", data[6])]:
    air, water, acid, lost = row
    print(f"{name:5} {air:10g} {water:6g} {acid:6g} {lost:6g}")
