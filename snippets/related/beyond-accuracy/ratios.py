boxes = 8, 12, 2, 978
tp, fp, fn, tn = boxes

accuracy = (tp + tn) / sum(boxes)
precision = tp / (tp + fp)
recall = tp / (tp + fn)
print(f"accuracy  {accuracy:.3f}")
print(f"precision {precision:.3f}")
print(f"recall    {recall:.3f}")
