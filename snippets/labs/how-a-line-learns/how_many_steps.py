import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
rate, scaled_rate, near = 0.045, 0.5, 0.01

scaled = (weeks - np.mean(weeks)) / np.std(weeks)
best = np.polyval(np.polyfit(weeks, apples, 1), weeks)
least = np.mean((apples - best) ** 2)


def learn(column, rate):
    intercept = slope = steps = 0
    while True:
        line = intercept + slope * column
        errors = apples - line
        if np.mean(errors**2) < least + near:
            return steps, line
        intercept += rate * 2 * np.mean(errors)
        slope += rate * 2 * np.mean(errors * column)
        steps += 1


raw_steps, _ = learn(weeks, rate)
scaled_steps, line = learn(scaled, scaled_rate)
tried = np.arange(30, 49) / 1000
count = len(tried)
fewest = min(learn(weeks, each)[0] for each in tried)
print(f"rate {rate}: {raw_steps} steps")
print(f"at {count} rates: at least {fewest} steps")
print(f"scaled, rate {scaled_rate}: {scaled_steps} step")
one_is_enough = scaled_steps == 1 < fewest
same_line = np.max(np.abs(line - best)) < 1e-9
