error = 10
double = 2 * error

quadratic = error**2
exponential = 2**error
quadratic_growth = double**2 / quadratic
exponential_growth = 2**double / exponential
print(f"error {error}: squared {quadratic}, two to its power {exponential}")
print(f"twice the error: the square grows {quadratic_growth:.0f} times,")
print(f"the power of two {exponential_growth:.0f} times")

sizes = [1, 2, 3, 4]
steps = [(size + 1) ** 2 - size**2 for size in sizes]
factors = [(size + 1) ** 2 / size**2 for size in sizes]
power_factors = [2 ** (size + 1) / 2**size for size in sizes]
print("        square     square  power of two")
print("error   grows by   times   times")
for size, step, factor, power in zip(sizes, steps, factors, power_factors):
    print(f"{size} to {size + 1} {step:9} {factor:9.2f} {power:7.2f}")
steps_grow = steps == sorted(set(steps))
factors_fall = factors == sorted(set(factors), reverse=True)
power_keeps_its_factor = max(power_factors) == min(power_factors)
doubled = [(2 * size) ** 2 / size**2 for size in sizes]
always_four = min(doubled) == max(doubled) == quadratic_growth
