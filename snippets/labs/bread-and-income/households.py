import numpy as np

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"], households["food"]
count = len(food)
middle_income = np.median(income)
percent = 100 * food / income
poorer_percent = np.median(percent[income < middle_income])
richer_percent = np.median(percent[income >= middle_income])
print(f"{count} households")
print(f"Incomes: {min(income):.0f} to {max(income):.0f} francs a year,")
print(f"the median is {middle_income:.0f}")
print("Share of income spent on food, median of")
print(f"  the poorer half: {poorer_percent:.1f} %")
print(f"  the richer half: {richer_percent:.1f} %")
share_falls = richer_percent < poorer_percent
