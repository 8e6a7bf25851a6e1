import numpy as np

wormy_count, sound_count = 10, 990
is_wormy = np.repeat([1, 0], [wormy_count, sound_count])
pass_all = np.zeros(len(is_wormy))

apple_count, wormy_share = len(is_wormy), np.mean(is_wormy)
right_count = np.sum(pass_all == is_wormy)
accuracy = np.mean(pass_all == is_wormy)
found = np.sum((pass_all == 1) & (is_wormy == 1))
print(f"Wormy: {wormy_count} of {apple_count} apples, {wormy_share:.2f}")
print(f"Right: {right_count} answers, an accuracy of {accuracy:.3f}")
print(f"Wormy apples found: {found}")
