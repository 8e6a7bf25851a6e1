import numpy as np

apples, pears = 3, 1
basket = np.array([apples, pears]) / (apples + pears)
apple_share, apple_belief = basket[0], 0.9
belief = np.array([apple_belief, 1 - apple_belief])

cross_entropy = -np.sum(basket * np.log2(belief))
basket_entropy = -np.sum(basket * np.log2(basket))
divergence = cross_entropy - basket_entropy
knowing_is_less = basket_entropy < cross_entropy
print(f"{cross_entropy:.4f} bits, not {basket_entropy:.4f}")
