import numpy as np

share, times = 0.01, 3
good = 1 - share

variance = good + share * times**2
fourth_moment = 3 * (good + share * times**4)
mean_deviation = np.sqrt(2 / np.pi) * (good + share * times)
l2_wobble = (fourth_moment / variance**2 - 1) / 4
l1_wobble = variance / mean_deviation**2 - 1
efficiency = l2_wobble / l1_wobble
print(f"variance                   {variance:.4f}")
print(f"mean fourth power          {fourth_moment:.4f}")
print(f"mean deviation             {mean_deviation:.4f}")
print(f"L2, squared wobble times n {l2_wobble:.4f}")
print(f"L1, squared wobble times n {l1_wobble:.4f}")
print(f"efficiency                 {efficiency:.4f}")
