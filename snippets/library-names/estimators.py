import numpy as np
from sklearn.linear_model import HuberRegressor, QuantileRegressor, SGDRegressor

far, delta = 10, 5


def slope(loss):
    """One step of size one, from zero: as long as the slope."""
    model = SGDRegressor(
        loss=loss, epsilon=delta, alpha=0, learning_rate="constant", eta0=1
    )
    return model.partial_fit([[0]], [far]).intercept_[0]


whole_square, plain_huber = 2 * far, delta
square_times = slope("squared_error") / whole_square
huber_times = slope("huber") / plain_huber
sgd_epsilon = SGDRegressor().epsilon
epsilon = HuberRegressor().epsilon
print(f"squared_error: {square_times} of the square")
print(f"huber:         {huber_times} of Huber")
print(f"SGDRegressor   epsilon {sgd_epsilon}")
print(f"HuberRegressor epsilon {epsilon}")

harvests = np.array([1, 2, 3, 4, 100])
fit = QuantileRegressor(alpha=0).fit(np.zeros((5, 1)), harvests)
says = fit.intercept_
print(f"QuantileRegressor says {says:.0f}")
