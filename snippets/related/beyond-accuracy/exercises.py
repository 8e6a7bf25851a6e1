from sklearn.metrics import balanced_accuracy_score

recall, false_alarm_rate = 8 / 10, 12 / 990
# Precision is one half where as many are caught as are false alarms.
even_share = false_alarm_rate / (recall + false_alarm_rate)
one_in = 1 / even_share
print(f"Wormy share {even_share:.4f}, one in {one_in:.1f}")

caught, camera_alarms = 8, 12
even_price = camera_alarms / caught
print(f"Price of a missed worm {even_price:.2f}")

wormy = [1] * 10 + [0] * 990
every_second = [1, 0] * 500
coin = balanced_accuracy_score(wormy, every_second)
print(f"Balanced accuracy {coin:.2f}")
