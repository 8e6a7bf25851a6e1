import numpy as np
from sklearn.linear_model import LinearRegression

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])

dice = np.random.default_rng(7).integers(1, 7, size=(5, 3))
for throws in dice.T:
    print(f"a column of dice: {throws}")
columns = np.column_stack([days, dice])
r_squared = LinearRegression().fit(columns, jars).score(columns, jars)
all_are_hit = abs(r_squared - 1) < 1e-9
print(f"R squared with all three: {r_squared:.4f}")
