import numpy as np

actual = 100.0
forecasts = np.array([90.0, 95.0, 105.0])

residuals = actual - forecasts
lengths, squares = np.abs(residuals), residuals * residuals
mae, mse = np.mean(lengths), np.mean(squares)
print(f"L1 {mae:,.2f}, L2 {mse:,.2f}, RMSE {np.sqrt(mse):,.2f}")
print(f"best shift under L1: {np.median(residuals):+z,.2f}")
print(f"best shift under L2: {np.mean(residuals):+z,.2f}")
for length, square in zip(lengths, squares):
    l1_share = 100 * length / (np.sum(lengths) or 1)
    l2_share = 100 * square / (np.sum(squares) or 1)
    print(f"length {length:,.2f}, {l1_share:.1f}% of L1, ", end="")
    print(f"square {square:,.2f}, {l2_share:.1f}% of L2")
