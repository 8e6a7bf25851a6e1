import numpy as np

wormy = np.repeat([1, 0], [10, 990])
pass_all = np.zeros(len(wormy))

apple_count, wormy_count = len(wormy), np.sum(wormy)
wormy_share = np.mean(wormy)
right_count = np.sum(pass_all == wormy)
accuracy = np.mean(pass_all == wormy)
found = np.sum((pass_all == 1) & (wormy == 1))
print(f"Wormy: {wormy_count} of {apple_count} apples, {wormy_share:.2f}")
print(f"Right: {right_count} answers, an accuracy of {accuracy:.3f}")
print(f"Wormy apples found: {found}")
