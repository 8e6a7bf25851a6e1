from math import sqrt

import matplotlib.pyplot as plt
from matplotlib.patches import Ellipse

best_rain = 13
best_magpies = 5
corner = 7
spread = 1

budget = abs(corner)
wide = spread * spread
rain, magpies = abs(best_rain), abs(best_magpies)

# L1: all, if inside; or the best place on an edge of
# the diamond, but no further than its two corners.
inside = rain + magpies <= budget
place = (wide * rain + budget - magpies) / (wide + 1)
spent = rain if inside else min(max(place, 0), budget)
left = magpies if inside else budget - spent
l1_rain = spent if best_rain > 0 else -spent
l1_magpies = left if best_magpies > 0 else -left

# L2: as much of the best pair as the circle allows,
# found by halving; all, if inside.
low, high = 0, 1
for _ in range(200):
    part = (low + high) / 2
    across = wide * part / (1 - part + wide * part) * rain
    up = part * magpies
    if across * across + up * up <= budget * budget:
        low = part
    else:
        high = part
l2_rain = wide * low / (1 - low + wide * low) * best_rain
l2_magpies = low * best_magpies

# How far the ring that touches goes, across and up.
rain_off, magpies_off = l1_rain - best_rain, l1_magpies - best_magpies
l1_up = sqrt(wide * rain_off * rain_off + magpies_off * magpies_off)
l1_across = l1_up / spread
rain_off, magpies_off = l2_rain - best_rain, l2_magpies - best_magpies
l2_up = sqrt(wide * rain_off * rain_off + magpies_off * magpies_off)
l2_across = l2_up / spread
print(f"L1 touches at rain {l1_rain:z.2f}, magpies {l1_magpies:z.2f}")
print(f"L2 touches at rain {l2_rain:z.2f}, magpies {l2_magpies:z.2f}")

fig, ax = plt.subplots(figsize=(5, 3.6))
best = best_rain, best_magpies
for ring in [
    Ellipse(best, 2 * l1_across, 2 * l1_up, ec="C0", lw=1),
    Ellipse(best, 2 * l2_across, 2 * l2_up, ec="C1", lw=1, ls="--"),
    Ellipse((0, 0), 2 * budget, 2 * budget, ec="C1", lw=2.6, ls="--"),
]:
    ring.set(fill=False)
    ax.add_patch(ring)
ends = [corner, 0, -corner, 0, corner]
ax.plot(ends, [0, corner, 0, -corner, 0], color="C0")
ax.axhline(0, color="C2", linewidth=0.8)
ax.axvline(0, color="C2", linewidth=0.8)
ax.plot(*best, "+", color="C2", markersize=9)
ax.plot(l2_rain, l2_magpies, "s", color="C1", markersize=9)
ax.plot(l1_rain, l1_magpies, "o", color="C0", markersize=9)
ax.text(-8.7, 10.6, "L1: diamond", color="C0", va="top")
ax.text(-8.7, 8.8, "L2: circle", color="C1", va="top")
ax.set(title="The diamond has corners, the circle none", aspect="equal")
ax.set(xlabel="weight of rain", ylabel="weight of magpies")
ax.set(xlim=(-9, 20), ylim=(-9, 11))
ax.set(xticks=[-5, 0, 5, 10, 15], yticks=[-5, 0, 5, 10])
plt.show()
