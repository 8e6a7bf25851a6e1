import numpy as np

# Gala, Cox, Fuji: rows what it is, columns what is said
counts = np.array([[66, 3, 1], [6, 13, 1], [4, 2, 4]])
right = np.diag(counts)
said, true = np.sum(counts, axis=0), np.sum(counts, axis=1)
f1 = right / ((said + true) / 2)
gala_f1, cox_f1, fuji_f1 = f1
macro, weighted = np.mean(f1), np.average(f1, weights=true)
micro = np.sum(right) / ((np.sum(said) + np.sum(true)) / 2)
micro_is_accuracy = micro == np.sum(right) / np.sum(counts)
print(f"F1: Gala {gala_f1:.3f}, Cox {cox_f1:.3f}, Fuji {fuji_f1:.3f}")
print(f"macro {macro:.3f}, weighted {weighted:.3f}, micro {micro:.3f}")
