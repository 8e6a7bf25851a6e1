import numpy as np
from scipy.special import rel_entr
from scipy.stats import entropy

apples, pears = 3, 1
basket = np.array([apples, pears]) / (apples + pears)
apple_share, apple_belief = basket[0], 0.9
belief = np.array([apple_belief, 1 - apple_belief])

cross_entropy = -np.sum(basket * np.log2(belief))
basket_entropy = entropy(basket, base=2)
knowing_is_less = basket_entropy < cross_entropy
divergence = cross_entropy - basket_entropy
scipy_divergence = np.sum(rel_entr(basket, belief)) / np.log(2)
print(f"cross-entropy  {cross_entropy:.4f} bits")
print(f"entropy        {basket_entropy:.4f} bits")
print(f"difference     {divergence:.4f} bits")
print(f"by rel_entr    {scipy_divergence:.4f} bits")
