import numpy as np

boxes, spoilt = 1000, 10
truth = np.arange(boxes) < spoilt
answer = np.full(boxes, False)  # never says "spoilt"

accuracy = np.mean(answer == truth)
found = np.sum(answer & truth) / np.sum(truth)
print(f"accuracy {accuracy:.0%}, spoilt boxes found {found:.0%}")
nearly_all_right = accuracy > 0.98
finds_none = found == np.mean(answer)

# Which share should one state, when an apple comes seven times in ten?
chance = 0.7
shares = np.arange(0, 101) / 100
l1_cost = chance * (1 - shares) + (1 - chance) * shares
l2_cost = chance * (1 - shares) ** 2 + (1 - chance) * shares**2
l1_says, l2_says = shares[np.argmin(l1_cost)], shares[np.argmin(l2_cost)]
print(f"chance {chance}: L1 wants {l1_says:.2f}, L2 wants {l2_says:.2f}")
l2_wants_the_chance = abs(l2_says - chance) < 1e-9
l1_wants_to_boast = l1_says > chance
