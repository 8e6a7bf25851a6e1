import math

error = 10
base = math.e
square = error**2
power_of_two = 2**error
power_of_e = base**error
print(f"{error} squared:          {square}")
print(f"two to the power {error}: {power_of_two}")
print(f"e to the power {error}:   {power_of_e:,.4f}")
print(f"where e is about {base:.5f}")

for size in range(1, 7):
    print(f"{size} squared {size**2:2}, power of two {2**size:2}")

three, five, many = 3, 5, 1000
square_leads_at_three = three**2 > 2**three
power_leads_from_five = all(2**n > n**2 for n in range(five, many))
