print("error  L1 slope  L2 slope")
for error in [1, 2, 5, 10]:
    l1_slope = abs(error + 0.5) - abs(error - 0.5)
    l2_slope = (error + 0.5) ** 2 - (error - 0.5) ** 2
    print(f"{error:5} {l1_slope:9.1f} {l2_slope:9.1f}")
