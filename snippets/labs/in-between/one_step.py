from sklearn.linear_model import SGDRegressor

error, threshold = 10, 5


def pull(loss):
    model = SGDRegressor(
        loss=loss, epsilon=threshold, alpha=0, learning_rate="constant", eta0=1
    )
    return model.partial_fit([[0]], [error]).intercept_[0]


names = ["squared_error", "huber", "epsilon_insensitive"]
squared, huber, insensitive = map(pull, names)
half_the_square = squared == error
huber_stops_at_delta = huber == threshold < error
print(f"One step, from 0 towards {error}:")
print(f"squared_error        {squared:4.1f}")
print(f"huber                {huber:4.1f}")
print(f"epsilon_insensitive  {insensitive:4.1f}")
