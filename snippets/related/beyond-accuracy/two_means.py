from statistics import harmonic_mean, mean

wormy, apples = 10, 1000
flag_all_precision, flag_all_recall = wormy / apples, wormy / wormy
camera_precision, camera_recall = 8 / 20, 8 / 10

flag_all_mean = mean([flag_all_precision, flag_all_recall])
flag_all_f1 = harmonic_mean([flag_all_precision, flag_all_recall])
camera_mean = mean([camera_precision, camera_recall])
camera_f1 = harmonic_mean([camera_precision, camera_recall])
print("          precision  recall  plain mean  harmonic mean")
print(
    f"flag all       {flag_all_precision:.2f}    {flag_all_recall:.2f}", end=""
)
print(f"       {flag_all_mean:.3f}          {flag_all_f1:.4f}")
print(f"camera         {camera_precision:.2f}    {camera_recall:.2f}", end="")
print(f"       {camera_mean:.3f}          {camera_f1:.4f}")
