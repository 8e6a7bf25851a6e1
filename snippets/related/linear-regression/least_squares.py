import numpy as np

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])

mean_days, mean_jars = np.mean(days), np.mean(jars)
x, y = days - mean_days, jars - mean_jars
products, squares = np.sum(x * y), np.sum(x**2)
slope = products / squares
intercept = mean_jars - slope * mean_days
print(f"means: {mean_days:.3f} days, {mean_jars:.3f} jars")
print("   x    y   x times y   x times x")
for row in zip(x, y, x * y, x * x):
    print("{:z4.0f} {:z4.0f} {:z11.0f} {:z11.0f}".format(*row))
print(f"sums {products:16.3f} {squares:11.3f}")
print(f"slope {slope:.4f}, intercept {intercept:.4f}")
