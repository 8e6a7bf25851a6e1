import numpy as np
from sklearn.linear_model import QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
default = QuantileRegressor(solver="highs")
without = QuantileRegressor(solver="highs", alpha=0)
thousand = 1000
penalty = default.alpha
in_francs = default.fit(income, food).coef_[0]
right_in_francs = without.fit(income, food).coef_[0]
in_thousands = default.fit(income / thousand, food / thousand).coef_[0]
right_in_thousands = without.fit(income / thousand, food / thousand).coef_[0]
print(f"slope                 alpha={penalty:.0f}    alpha={without.alpha}")
print(f"in francs             {in_francs:.4f}     {right_in_francs:.4f}")
print(f"in thousand francs    {in_thousands:.4f}     {right_in_thousands:.4f}")
off_in_francs = right_in_francs - in_francs
off_in_thousands = right_in_thousands - in_thousands
unit_matters = 0 < off_in_francs < off_in_thousands
unit_should_not = abs(right_in_francs - right_in_thousands) < 1e-6
