import numpy as np

apples, pears, apple_belief = 3, 1, 0.9
apple_share = apples / (apples + pears)
basket = np.array([apple_share, 1 - apple_share])
belief = np.array([apple_belief, 1 - apple_belief])

cross_entropy = -basket @ np.log2(belief)
basket_entropy = -basket @ np.log2(basket)
divergence = cross_entropy - basket_entropy
knowing_is_less = divergence > 0
print(f"your belief  {cross_entropy:.4f} bits")
print(f"the truth    {basket_entropy:.4f} bits")
