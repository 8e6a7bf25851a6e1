from fractions import Fraction

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]
mae = Fraction(sum(misses), len(misses))
mse = Fraction(sum(miss**2 for miss in misses), len(misses))

crate = float(mse / mae)
share = mae / mse
crate_mae, crate_mse = float(mae * share), float(mse * share**2)
print(f"a crate of {crate:.1f} apples; an apple is {share} of a crate")
print(f"in crates: MAE {crate_mae:.4f}, MSE {crate_mse:.4f}")

dozen = Fraction(1, 12)
dozen_mae, dozen_mse = float(mae * dozen), float(mse * dozen**2)
print(f"in dozens: MAE {dozen_mae:.4f}, MSE {dozen_mse:.4f}")
numerator, denominator = share.as_integer_ratio()
both_agree = mae * share == mse * share**2
dozen_is_more = crate < 1 / dozen
