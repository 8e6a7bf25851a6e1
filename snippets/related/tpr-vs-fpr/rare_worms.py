wormy, sound = 100, 9900
tpr_percent, fpr_percent = 90, 5

caught = wormy * tpr_percent // 100
false_alarms = sound * fpr_percent // 100
precision = caught / (caught + false_alarms)
print(f"Worms caught: {caught} of {wormy}")
print(f"False alarms: {false_alarms} of {sound}")
print(f"Alarms that are right: {precision:.4f}")

precision_percent = 100 * precision
less_than_one_in_five = precision < 1 / 5
