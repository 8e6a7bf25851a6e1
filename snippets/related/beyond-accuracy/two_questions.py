tp, fp, fn, tn = 8, 12, 2, 978  # four boxes
accuracy = (tp + tn) / (tp + fp + fn + tn)
precision = tp / (tp + fp)  # of the flagged
recall = tp / (tp + fn)  # of the wormy
print(f"accuracy   {accuracy:.3f}")
print(f"precision  {precision:.2f}")
print(f"recall     {recall:.2f}")
