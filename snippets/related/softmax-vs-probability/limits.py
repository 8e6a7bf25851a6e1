import numpy as np

largest_double = np.log(np.finfo(np.float64).max)
largest_single = np.log(np.finfo(np.float32).max)
largest_half = np.log(np.finfo(np.float16).max)
print(f"float64 holds exp(x) up to x = {largest_double:.2f}")
print(f"float32 holds exp(x) up to x = {largest_single:.2f}")
print(f"float16 holds exp(x) up to x = {largest_half:.2f}")
