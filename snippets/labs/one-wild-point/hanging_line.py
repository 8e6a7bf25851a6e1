from fractions import Fraction

pivot_day, pivot_height = 5, 11
wild_day, wild_height = 50, 0
fall = pivot_height - wild_height
run = wild_day - pivot_day
start = pivot_height + pivot_day * Fraction(fall, run)
over, under = start.numerator, start.denominator
print(f"{over}/{under} - {fall}/{run} x")
