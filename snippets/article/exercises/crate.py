from fractions import Fraction

mae, mse = Fraction(20, 3), Fraction(50)

crate = float(mse / mae)
share = mae / mse
crate_mae, crate_mse = float(mae * share), float(mse * share**2)
print(f"a crate of {crate:.1f} apples; an apple is {share} of a crate")
print(f"in crates: MAE {crate_mae:.4f}, MSE {crate_mse:.4f}")

dozen = Fraction(1, 12)
dozen_mae, dozen_mse = float(mae * dozen), float(mse * dozen**2)
print(f"in dozens: MAE {dozen_mae:.4f}, MSE {dozen_mse:.4f}")
numerator, denominator = share.as_integer_ratio()
