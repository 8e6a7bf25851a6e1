target, steps = 100, 20
small_rate, turning_rate, large_rate = 0.1, 1, 1.1


def learn(rate):
    path = [0]
    for _ in range(steps):
        error = target - path[-1]
        path.append(path[-1] + rate * 2 * error)
    return path


small_last = learn(small_rate)[-1]
cycle_high, cycle_low = learn(turning_rate)[-2:]
large_last = learn(large_rate)[-1]
small_kept = 1 - 2 * small_rate
turning_kept = 1 - 2 * turning_rate
large_kept = 1 - 2 * large_rate
closed_form = target - target * small_kept**steps
comes_closer = -1 < small_kept < 1
turns = turning_kept == -1
runs_away = large_kept < -1
print(f"rate {small_rate}, {small_kept:.1f} left: {small_last:.3f}")
print(f"rate {turning_rate}, {turning_kept} left: {cycle_high}, {cycle_low}")
print(f"rate {large_rate}, {large_kept:.1f} left: {large_last:.2f}")
print(f"by the formula: {closed_form:.14f}")
