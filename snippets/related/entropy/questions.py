import numpy as np

counts = np.array([4, 2, 1, 1])
questions = np.array([1, 2, 3, 3])
chances = counts / np.sum(counts)
surprises = -np.log2(chances)
mean_questions = np.sum(chances * questions)
mean_surprise = np.sum(chances * surprises)
as_many_as_bits = bool(np.all(questions == surprises))
a_little_less = 1.5 < mean_questions < 2
print(f"questions {questions}, mean {mean_questions:.2f}")
print(f"surprises {surprises}, mean {mean_surprise:.2f}")
