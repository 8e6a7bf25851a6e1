missed_price, alarm_price = 30, 1
wormy_count, sound_count = 10, 990
boxes = 8, 12, 2, 978
caught, camera_alarms, camera_missed, passed = boxes

pass_all_cost = wormy_count * missed_price
flag_all_cost = sound_count * alarm_price
camera_missed_cost = camera_missed * missed_price
camera_alarm_cost = camera_alarms * alarm_price
camera_cost = camera_missed_cost + camera_alarm_cost
camera_is_cheapest = camera_cost < min(pass_all_cost, flag_all_cost)
print(f"A missed worm costs {missed_price}, a false alarm {alarm_price}.")
print(f"pass all  {pass_all_cost:4}")
print(f"flag all  {flag_all_cost:4}")
print(f"camera    {camera_cost:4} = {camera_missed_cost}", end="")
print(f" + {camera_alarm_cost}")
