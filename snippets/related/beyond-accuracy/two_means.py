from statistics import harmonic_mean, mean

wormy_count, sound_count = 10, 990
boxes = 8, 12, 2, 978
tp, fp, fn, tn = boxes
flag_all = [wormy_count / (wormy_count + sound_count), 1]
camera = [tp / (tp + fp), tp / (tp + fn)]

flag_all_mean, flag_all_f1 = mean(flag_all), harmonic_mean(flag_all)
camera_mean, camera_f1 = mean(camera), harmonic_mean(camera)
at_most_twice = flag_all_f1 <= 2 * min(flag_all) < camera_f1
print("          precision  recall   mean  harmonic")
print(f"flag all  {flag_all[0]:9.2f}  {flag_all[1]:6.2f}", end="")
print(f"  {flag_all_mean:.3f}    {flag_all_f1:.4f}")
print(f"camera    {camera[0]:9.2f}  {camera[1]:6.2f}", end="")
print(f"  {camera_mean:.3f}    {camera_f1:.4f}")
