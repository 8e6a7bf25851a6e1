import matplotlib.pyplot as plt

days = [1, 3, 4, 5, 7]
jars = [10, 14, 15, 17, 29]
asked = 6

print("sunny days  jars of honey")
for x, y in zip(days, jars):
    print(f"{x:10} {y:14}")
print(f"{asked:10} {'?':>14}")

figure, axes = plt.subplots(figsize=(5, 3))
axes.axvline(asked, color="C2", linestyle=":")
axes.plot(days, jars, "o", color="C2", markersize=9)
for x, y in zip(days, jars):
    axes.text(x, y + 1.6, f"{y}", ha="center")
axes.text(asked + 0.15, 3, f"{asked} days: ?")
axes.set(title="More sun, more honey", xlim=(0, 8.4), ylim=(0, 34))
axes.set(xlabel="sunny days in two weeks", ylabel="jars of honey")
plt.show()
