apples = 10_000
wormy_percent, tpr_percent, fpr_percent = 1, 90, 5

wormy = apples * wormy_percent // 100
sound = apples - wormy
caught = wormy * tpr_percent // 100
false_alarms = sound * fpr_percent // 100
alarms = caught + false_alarms
precision = caught / alarms
less_than_one_in_five = precision < 1 / 5
precision_percent = 100 * precision
print(f"{wormy} wormy apples, {caught} of them caught")
print(f"{sound} sound apples, {false_alarms} false alarms")
print(f"{alarms} alarms, {precision:.4f} of them right")
