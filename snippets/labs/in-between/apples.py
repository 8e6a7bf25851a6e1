import numpy as np

actual, forecasts = 100, np.array([90, 95, 105])
errors = actual - forecasts
sizes = np.abs(errors)


def huber(delta):
    inside, beyond = sizes**2 / 2, delta * (sizes - delta / 2)
    return np.mean(np.where(sizes <= delta, inside, beyond))


def smooth_l1(delta):
    return huber(delta) / delta


def pinball(tau):
    return np.mean(np.where(errors > 0, tau * errors, (tau - 1) * errors))


one, five, seven = 1, 5, 7
half, most = 0.5, 0.9
huber_one, huber_five, huber_seven = huber(one), huber(five), huber(seven)
smooth_five, smooth_seven = smooth_l1(five), smooth_l1(seven)
pinball_half, pinball_most = pinball(half), pinball(most)
log_cosh = np.mean(np.logaddexp(errors, -errors) - np.log(2))
print("Huber:", f"{huber_one:.5f} {huber_five:.4f} {huber_seven:.4f}")
print("Smooth L1:", f"{smooth_five:.5f} {smooth_seven:.6f}")
print("Pinball:", f"{pinball_half:.5f} {pinball_most:.5f}")
print("Log-cosh:", f"{log_cosh:.7f}")
half_prices_are_half_of_l1 = abs(2 * pinball_half - np.mean(sizes)) < 1e-9
