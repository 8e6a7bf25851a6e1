from scipy.differentiate import derivative
from scipy.special import expit, log_expit

score, outcome = -6, 1


def cross_entropy(score):
    return -log_expit(score)


def squared_error(score):
    return (outcome - expit(score)) ** 2


chance = expit(score)
surprise, squared = cross_entropy(score), squared_error(score)
cross_entropy_slope = derivative(cross_entropy, score).df
squared_slope = derivative(squared_error, score).df
hardly_felt = abs(squared_slope) < abs(cross_entropy_slope) / 100
print(f"chance {chance:.4f}, minus outcome {chance - outcome:.4f}")
print("                 loss   slope")
print(f"cross-entropy  {surprise:.4f} {cross_entropy_slope:.4f}")
print(f"squared error  {squared:.4f} {squared_slope:.4f}")
