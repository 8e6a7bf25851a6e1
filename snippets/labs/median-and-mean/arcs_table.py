import csv
from fractions import Fraction

with open("arcs.csv") as file:
    arcs = list(csv.DictReader(file))
quito, cape, rome, paris, lapland = [int(arc["arc"]) for arc in arcs]
sines = [Fraction(arc["sine_squared"]) for arc in arcs]
at_quito, at_cape, at_rome, at_paris, at_lapland = map(float, sines)
for arc in arcs:
    print(arc["sine_squared"], f"{int(arc['arc']):,}")

rise = lapland - quito
slope = rise / (sines[4] - sines[0])
over, under = slope.numerator, slope.denominator
decimal = float(slope)
print(f"{rise} / {at_lapland - at_quito:.4f}")
print(f"= {over:,} / {under} = {decimal:.4f}")
