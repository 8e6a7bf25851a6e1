import numpy as np

names = ["apple", "pear", "plum", "cherry"]
counts = np.array([4, 2, 1, 1])
questions = np.array([1, 2, 3, 3])

chances = counts / np.sum(counts)
surprises = -np.log2(chances)
mean_questions = np.sum(chances * questions)
mean_surprise = np.sum(chances * surprises)
as_many_as_bits = bool(np.all(questions == surprises))
a_little_less = 1.5 < mean_questions < 2
print("fruit   chance  questions  surprise")
for row in zip(names, chances, questions, surprises):
    print("{:7} {:6.3f} {:10} {:9.3f}".format(*row))
print(f"mean           {mean_questions:10.3f} {mean_surprise:9.3f}")
