missed_price, alarm_price = 30, 1
wormy, sound = 10, 990
camera_missed, camera_alarms = 2, 12

pass_all_cost = wormy * missed_price
flag_all_cost = sound * alarm_price
camera_missed_cost = camera_missed * missed_price
camera_alarm_cost = camera_alarms * alarm_price
camera_cost = camera_missed_cost + camera_alarm_cost
print(f"A missed worm costs {missed_price}, a false alarm {alarm_price}.")
print(f"pass all  {pass_all_cost:4}")
print(f"flag all  {flag_all_cost:4}")
print(f"camera    {camera_cost:4} = {camera_missed_cost}", end="")
print(f" + {camera_alarm_cost}")
