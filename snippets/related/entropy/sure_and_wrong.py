import numpy as np

print("chance  squared error  cross-entropy")
for chance in [0.5, 0.1, 0.01, 0.001]:
    squared_error, cross_entropy = (1 - chance) ** 2, -np.log(chance)
    print(f"{chance:6} {squared_error:14.3f} {cross_entropy:14.3f}")
