import numpy as np

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])
unseen_rain = np.array([1.5, 2.5, 3.5, 4.5, 5.5, 6, 7.5])
unseen = np.array([74, 89, 108, 115, 116, 118, 99])


def missed_by(degree):
    curve = np.polyfit(rain, harvests, degree)
    misses = unseen - np.polyval(curve, unseen_rain)
    return np.mean(np.abs(misses)), np.mean(misses**2)


for name, degree in ("line", 1), ("parabola", 2), ("long curve", 7):
    l1, l2 = missed_by(degree)
    print(f"{name:10}  L1 {l1:5.2f}  L2 {l2:6.2f}")
line, line_l2 = missed_by(1)
parabola, parabola_l2 = missed_by(2)
long_curve, long_l2 = missed_by(7)
parabola_is_nearest = parabola < min(line, long_curve)
line_beats_it = line < long_curve and line_l2 < long_l2
