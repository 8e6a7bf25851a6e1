import numpy as np
from scipy.special import softmax

scores = np.array([3, 2, 0])
cold, hot = 0.5, 5
cold_share, hot_share = softmax(scores / cold)[0], softmax(scores / hot)[0]
print("temperature  apple   pear  quince")
for temperature in [0.1, cold, 1, hot, 100]:
    apple, pear, quince = softmax(scores / temperature)
    print(f"{temperature:11}  {apple:.3f}  {pear:.3f}   {quince:.3f}")
