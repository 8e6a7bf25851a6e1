small, large = 10, 50

size_ratio = large / small
l1_ratio = abs(large) / abs(small)
l2_ratio = large**2 / small**2
print(f"L1: {large} costs {l1_ratio:.0f} times as much as {small}")
print(f"L2: {large} costs {l2_ratio:.0f} times as much as {small}")
in_proportion = l1_ratio == size_ratio < l2_ratio

# One apple more: how much does each penalty grow?
l1_step_small = abs(small + 1) - abs(small)
l1_step_large = abs(large + 1) - abs(large)
l2_step_small = (small + 1) ** 2 - small**2
l2_step_large = (large + 1) ** 2 - large**2
print(f"one apple more adds {l1_step_small} and {l1_step_large} under L1")
print(f"one apple more adds {l2_step_small} and {l2_step_large} under L2")
same_price = l1_step_small == l1_step_large
l2_price_grows = l2_step_small < l2_step_large
