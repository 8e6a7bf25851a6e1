import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import Lasso, Ridge

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]

lasso_alphas = np.linspace(1.25, 20, 16)
ridge_alphas = np.linspace(0, 30, 16)
lasso = [Lasso(alpha=a).fit(columns, harvest).coef_ for a in lasso_alphas]
ridge = [Ridge(alpha=a).fit(columns, harvest).coef_ for a in ridge_alphas]

figure, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(5, 3.6))
figure.suptitle("Only the L1 penalty reaches zero")
for axes, alphas, weights, color, style in [
    (left, lasso_alphas, np.array(lasso), "C0", "-"),
    (right, ridge_alphas, np.array(ridge), "C1", "--"),
]:
    axes.plot(alphas, weights[:, 0], style, color=color)
    axes.plot(alphas, weights[:, 1], style, color=color)
    axes.axhline(0, color="C2", linewidth=0.8)
left.set_title("L1: lasso", weight="normal")
left.set(xlabel="alpha", ylabel="weight")
left.set(yticks=[0, 5, 10], xlim=(0, 21), xticks=[0, 10, 20])
right.set_title("L2: ridge", weight="normal")
right.set(xlabel="alpha", xticks=[0, 10, 20, 30])
left.text(8, 8.5, "rain")
left.text(4.6, 2.2, "magpies")
right.text(9, 7.5, "rain")
right.text(15, 2.6, "magpies")
print("lasso: alpha, rain, magpies")
for alpha, (rain, magpies) in zip(lasso_alphas[::4], lasso[::4]):
    print(f"{alpha:6.2f} {rain:6.2f} {magpies:6.2f}")
print("ridge: alpha, rain, magpies")
for alpha, (rain, magpies) in zip(ridge_alphas[::5], ridge[::5]):
    print(f"{alpha:6.2f} {rain:6.2f} {magpies:6.2f}")
plt.show()
