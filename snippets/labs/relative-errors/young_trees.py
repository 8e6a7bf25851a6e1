import numpy as np

harvests = np.array([5, 8, 10, 12, 15])  # apples on the young tree

tries = np.arange(1, 321)[:, np.newaxis]
bests, medians = [], []
print("young tree  MAPE  median")
for young in harvests:
    garden = np.array([young, 20, 40, 80, 320])
    mape = np.mean(np.abs(garden - tries) / garden, axis=1)
    bests.append(tries[np.argmin(mape), 0])
    medians.append(np.median(garden))
    print(f"{young:10} {bests[-1]:5} {medians[-1]:7.0f}")
*_, ten, twelve, _ = harvests
*_, at_ten, at_twelve, _ = bests
it_jumps = at_ten == ten and at_twelve > twelve
median_stays = np.ptp(medians) == 0
