from scipy.stats import linregress

days = [1, 3, 4, 5, 7]
jars = [10, 14, 15, 17, 29]

honey_from_sun = linregress(days, jars)
sun_from_honey = linregress(jars, days)
jars_per_day = honey_from_sun.slope
days_per_jar = sun_from_honey.slope
r_squared = honey_from_sun.rvalue**2
turned_r_squared = sun_from_honey.rvalue**2
same_r_squared = abs(turned_r_squared - r_squared) < 1e-9
product = jars_per_day * days_per_jar
product_is_r_squared = abs(product - r_squared) < 1e-9
print(f"jars from days: {jars_per_day:.4f} jars for each day")
print(f"days from jars: {days_per_jar:.4f} days for each jar")
print(f"R squared {r_squared:.4f}, turned around {turned_r_squared:.4f}")
