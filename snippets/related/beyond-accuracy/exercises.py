from sklearn.metrics import balanced_accuracy_score

recall, false_alarm_rate = 8 / 10, 12 / 990
# Precision is one half where as many are caught as are false alarms.
even_share = false_alarm_rate / (recall + false_alarm_rate)
print(f"Half of the alarms are right at {even_share:.4f}, one in", end=" ")
one_in = 1 / even_share
print(f"{one_in:.1f}")

caught, camera_alarms = 8, 12
even_price = camera_alarms / caught
print(f"The camera pays from a missed worm's price of {even_price:.2f}")

wormy = [1] * 10 + [0] * 990
every_second = [1, 0] * 500
coin = balanced_accuracy_score(wormy, every_second)
print(f"Flag every second apple: balanced accuracy {coin:.2f}")
