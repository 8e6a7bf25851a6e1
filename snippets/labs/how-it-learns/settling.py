import numpy as np

one_tree = np.array([100])
four_trees = np.array([1, 2, 3, 100])


def l1(errors):
    return -np.mean(np.sign(errors))


def l2(errors):
    return -2 * np.mean(errors)


def end(gradient, trees, rate):
    path = [0]
    for _ in range(400):
        errors = trees - path[-1]
        path.append(path[-1] - rate * gradient(errors))
    print(*[f"{place:9.4f}" for place in path[-3:]])
    return path[-3:]


print("The last three places under L1:")
_, landed, stayed = end(l1, one_tree, 5)
here, there, again = end(l1, one_tree, 3)
_, on_flat, flat_end = end(l1, four_trees, 1)
print("and under L2:")
slow_end = end(l2, four_trees, 0.1)[-1]
quick_end = end(l2, four_trees, 0.9)[-1]
mean = np.mean(four_trees)
l1_lands = landed == stayed == one_tree[0]
l1_cycles = here == again != there
l1_rests_on_the_flat = 2 < on_flat == flat_end < 3
most_off = max(abs(slow_end - mean), abs(quick_end - mean))
l2_settles = most_off < 1e-9
