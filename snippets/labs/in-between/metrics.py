import numpy as np
from sklearn import metrics

observed = np.array([3, -0.5, 2, 7])
guessed = np.array([2.5, 0, 2, 8])
errors = observed - guessed
tau = 0.5
mae, mse = np.mean(np.abs(errors)), np.mean(errors**2)
pinball = np.mean(np.maximum(tau * errors, (tau - 1) * errors))
print("               NumPy   scikit-learn")
their_mae = metrics.mean_absolute_error(observed, guessed)
their_mse = metrics.mean_squared_error(observed, guessed)
their_pinball = metrics.mean_pinball_loss(observed, guessed, alpha=tau)
they_agree = mae == their_mae and mse == their_mse
print(f"absolute error {mae:.3f}   {their_mae:.3f}")
print(f"squared error  {mse:.3f}   {their_mse:.3f}")
print(f"pinball        {pinball:.3f}   {their_pinball:.3f}")
