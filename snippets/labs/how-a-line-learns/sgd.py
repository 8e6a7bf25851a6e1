import numpy as np
from sklearn.linear_model import SGDRegressor

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
scaled = (weeks - np.mean(weeks)) / np.std(weeks)
small_rate, rounds = 0.05, 300


def own_steps(gradient, rate):
    intercept = slope = 0
    for _ in range(rounds):
        for week, harvest in zip(scaled, apples):
            error = harvest - (intercept + slope * week)
            intercept -= rate * gradient(error)
            slope -= rate * gradient(error) * week
    return intercept, slope


def library(loss, eta0):
    model = SGDRegressor(
        loss=loss,
        epsilon=0,
        penalty=None,
        learning_rate="constant",
        eta0=eta0,
        shuffle=False,
        max_iter=rounds,
        tol=None,
    )
    model.fit(scaled[:, np.newaxis], apples)
    return model.intercept_[0], model.coef_[0]


own_l2 = own_steps(lambda error: -2 * error, small_rate)
own_l1 = own_steps(lambda error: -np.sign(error), small_rate)
sgd_l2 = library("squared_error", 2 * small_rate)
sgd_l1 = library("epsilon_insensitive", small_rate)
print("            intercept      slope")
for name, (intercept, slope) in zip(
    ["L2, by hand", "L2, library", "L1, by hand", "L1, library"],
    [own_l2, sgd_l2, own_l1, sgd_l1],
):
    print(f"{name} {intercept:.6f} {slope:.6f}")
same_l2 = np.allclose(own_l2, sgd_l2, rtol=1e-12, atol=0)
same_l1 = np.allclose(own_l1, sgd_l1, rtol=1e-12, atol=0)
sgd_start, sgd_slope = sgd_l2

usual = SGDRegressor().get_params()
alpha, power = usual["alpha"], usual["power_t"]
tol, patience = usual["tol"], usual["n_iter_no_change"]
for name in "penalty", "learning_rate", "shuffle":
    print(f"by default: {name} = {usual[name]}")
