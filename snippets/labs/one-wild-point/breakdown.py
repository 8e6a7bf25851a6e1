import numpy as np

heights = 2 * np.arange(1.0, 11.0) + 1
wild = 1_000_000
medians, means = [], []
print("spoilt      median         mean")
for spoilt in range(6):
    data = np.append(heights[spoilt:], [wild] * spoilt)
    medians.append(np.median(data))
    means.append(np.mean(data))
    print(f"{spoilt:6} {medians[-1]:11,.1f} {means[-1]:12,.1f}")
mean_breaks = np.argmax(np.array(means) > heights.max())
median_breaks = np.argmax(np.array(medians) > heights.max())
median_with_four = medians[4]
median_outlasts_the_mean = mean_breaks < median_breaks
still_real = heights.min() <= median_with_four <= heights.max()
print(f"The mean is off with {mean_breaks} spoilt,")
print(f"the median with {median_breaks}.")
