import numpy as np

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])


def left_out(degree):
    misses = []
    for spring in range(8):
        others = np.arange(8) != spring
        curve = np.polyfit(rain[others], harvests[others], degree)
        misses.append(harvests[spring] - np.polyval(curve, rain[spring]))
    return np.array(misses)


print("degree      L1          L2")
degrees = range(7)
l1 = [np.mean(np.abs(left_out(degree))) for degree in degrees]
l2 = [np.mean(np.square(left_out(degree))) for degree in degrees]
for degree in degrees:
    print(f"{degree:4} {l1[degree]:10.2f} {l2[degree]:12,.2f}")
l1_choice, l2_choice = np.argmin(l1), np.argmin(l2)
l1_two, l1_six = l1[2], l1[6]
both_choose_two = l1_choice == l2_choice == 2
