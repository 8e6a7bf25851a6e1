from fractions import Fraction

residuals = [10, 5, -5]


def losses(shift):
    after = [residual - shift for residual in residuals]
    mae = Fraction(sum(abs(residual) for residual in after), 3)
    mse = Fraction(sum(residual**2 for residual in after), 3)
    print(f"shift {shift}: MAE {mae}, MSE {mse}")
    print(f"    as decimals {float(mae):.4f} and {float(mse):.4f}")
    return float(mae), float(mse), mse


l1_shift, l2_shift = 5, Fraction(10, 3)
l1_shift_mae, l1_shift_mse, _ = losses(l1_shift)
l2_shift_mae, l2_shift_mse, best = losses(l2_shift)
numerator, denominator = best.as_integer_ratio()
