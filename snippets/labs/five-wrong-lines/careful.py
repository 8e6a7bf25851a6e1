import numpy as np


def losses(actual, forecasts, unit):
    actual = np.array(actual, dtype=float)
    forecasts = np.array(forecasts, dtype=float)
    assert actual.shape == forecasts.shape, "one forecast for each value"
    errors = actual - forecasts
    missing = np.sum(np.isnan(errors))
    assert missing == 0, f"{missing} of {errors.size} missing"
    mae, rmse = np.mean(np.abs(errors)), np.sqrt(np.mean(errors**2))
    print(f"MAE {mae:.4f} {unit}, RMSE {rmse:.4f} {unit}")
    return mae, rmse


actual = np.array([100, 100, 100], dtype=np.uint8)
forecasts = np.array([90, 95, 105], dtype=np.uint8)
careful_mae, careful_rmse = losses(actual, forecasts, "apples")
in_bytes = np.mean(np.abs(actual - forecasts))
bytes_do_no_harm = careful_mae < careful_rmse < in_bytes
