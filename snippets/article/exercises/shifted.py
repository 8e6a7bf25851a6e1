from fractions import Fraction

actual = 100
forecasts = [90, 95, 105]
residuals = sorted(actual - forecast for forecast in forecasts)
count = len(residuals)


def losses(shift):
    after = [residual - shift for residual in residuals]
    mae = Fraction(sum(abs(residual) for residual in after), count)
    mse = Fraction(sum(residual**2 for residual in after), count)
    print(f"shift {shift}: MAE {mae}, MSE {mse}")
    print(f"    as decimals {float(mae):.4f} and {float(mse):.4f}")
    return float(mae), float(mse), mse


l1_shift = residuals[count // 2]
l2_shift = Fraction(sum(residuals), count)
l1_shift_mae, l1_shift_mse, _ = losses(l1_shift)
l2_shift_mae, l2_shift_mse, best = losses(l2_shift)
numerator, denominator = best.as_integer_ratio()
l1_wins_its_own = l1_shift_mae < l2_shift_mae
l2_wins_its_own = l2_shift_mse < l1_shift_mse
