import numpy as np

apple, pear, quince = scores = np.array([3, 2, 0])

powers = np.exp(scores)
total = np.sum(powers)
shares = powers / total
apple_power, pear_power, quince_power = powers
apple_share, pear_share, quince_share = shares
apple_percent = 100 * apple_share
sum_of_shares = np.sum(shares)
print(f"scores  {apple:7}{pear:7}{quince:7}")
print(f"powers  {apple_power:7.3f}{pear_power:7.3f}{quince_power:7.3f}")
print(f"sum     {total:7.3f}")
print(f"shares  {apple_share:7.3f}{pear_share:7.3f}{quince_share:7.3f}")
print(f"The shares add up to {sum_of_shares:.3f}")
print(f"The apple has {apple_percent:.0f} percent")
