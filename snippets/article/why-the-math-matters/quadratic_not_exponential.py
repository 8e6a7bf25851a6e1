error = 10
double = 2 * error

quadratic = error**2
exponential = 2**error
quadratic_growth = double**2 / quadratic
exponential_growth = 2**double / exponential
print(f"error {error}: squared {quadratic}, two to its power {exponential}")
print(f"twice the error: the square grows {quadratic_growth:.0f} times,")
print(f"the power of two {exponential_growth:.0f} times")

print("error   squared grows  power of two grows")
for size in [1, 2, 3, 4]:
    square_growth = (size + 1) ** 2 / size**2
    power_growth = 2 ** (size + 1) / 2**size
    print(f"{size} to {size + 1} {square_growth:14.2f} {power_growth:19.2f}")
