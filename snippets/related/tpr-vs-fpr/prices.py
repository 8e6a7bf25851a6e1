import matplotlib.pyplot as plt
import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
dial = np.arange(9, 0, -1)
low_price, high_price = 1, 5

missed = np.sum(wormy_scores[:, np.newaxis] < dial, axis=0)
alarms = np.sum(sound_scores[:, np.newaxis] >= dial, axis=0)
equal_costs = low_price * missed + low_price * alarms
high_costs = high_price * missed + low_price * alarms
equal_best = dial[np.argmin(equal_costs)]
high_best = dial[np.argmin(high_costs)]
dial_goes_down = high_best < equal_best
equal_least, high_least = np.min(equal_costs), np.min(high_costs)
print(f"                     cost, a missed worm at {low_price}")
print(f"dial missed alarms     {low_price}    or at {high_price}")
for row in zip(dial, missed, alarms, equal_costs, high_costs):
    print("{:4}{:7}{:7}{:6}{:11}".format(*row))
print(f"At {low_price}: dial {equal_best}, cost {equal_least}")
print(f"At {high_price}: dial {high_best}, cost {high_least}")

chance_limit = low_price / (low_price + high_price)
print(f"At {high_price}: worm from a chance of {chance_limit:.3f} on")

fig, ax = plt.subplots(figsize=(5, 3))
dark = ax.title.get_color()
ax.plot(dial, high_costs, "-", color=dark)
ax.plot(dial, equal_costs, "--", color="C2")
ax.plot(high_best, high_least, "o", color=dark, markersize=11)
ax.plot(equal_best, equal_least, "s", color="C2", markersize=11)
ax.text(6.5, 11.6, f"a missed worm costs {high_price}", ha="right")
ax.text(5.6, 3.6, f"it costs {low_price}", ha="center")
ax.text(high_best, 0.8, f"best: {high_best}", ha="center")
ax.text(equal_best, 3.6, f"best: {equal_best}", ha="center")
ax.set_title("Costly misses call for a lower dial")
ax.set(xlabel="the machine says worm from this score on", ylabel="cost")
ax.set_ylim(0)
plt.show()
