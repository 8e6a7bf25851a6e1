from scipy.differentiate import derivative
from scipy.special import expit, log_expit

score, outcome = -6, 1
chance = expit(score)


def cross_entropy(score):
    return -log_expit(score)


def squared_error(score):
    return (expit(score) - outcome) ** 2


cross_entropy_slope = derivative(cross_entropy, score).df
squared_slope = derivative(squared_error, score).df
residual = chance - outcome
print(f"chance given to the apple: {chance:.4f}")
print(f"chance minus outcome:      {residual:.4f}")
print(f"slope of cross-entropy:    {cross_entropy_slope:.4f}")
print(f"slope of squared error:    {squared_slope:.4f}")
