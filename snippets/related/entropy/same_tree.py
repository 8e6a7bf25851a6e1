import numpy as np
from scipy.stats import entropy
from sklearn.tree import DecisionTreeClassifier, export_text

wormy = np.array([1, 1, 1, 1, 0, 0, 0, 0])
hole = np.array([1, 1, 1, 0, 0, 0, 0, 0])
soft = np.array([1, 0, 0, 1, 0, 0, 0, 0])
red = np.array([0, 1, 0, 1, 1, 0, 1, 0])
names, kinds = ["hole", "soft", "red"], ["sound", "wormy"]

model = DecisionTreeClassifier(criterion="entropy")
model.fit(np.column_stack([hole, soft, red]), wormy)
print(export_text(model, feature_names=names, class_names=kinds))
asked = [names[at] for at in model.tree_.feature if at >= 0]
same_questions = asked == ["hole", "soft"]

before = entropy(np.bincount(wormy), base=2)
rest_bits = entropy(np.bincount(wormy[hole == 0]), base=2)
impurities = model.tree_.impurity
same_bits = np.allclose(impurities, [before, rest_bits, 0, 0, 0])
no_doubt_left = bool(np.all(wormy == hole | soft))
print("impurities:", *[f"{each:.3f}" for each in impurities])

# After a yes to the first question there is no second one.
hole_first = np.mean(np.where(hole, 1, 2))
soft_first = np.mean(np.where(soft, 1, 2))
fewer_questions = hole_first < soft_first
print(f"hole first: {hole_first:.3f} questions, ", end="")
print(f"soft: {soft_first:.3f}")
