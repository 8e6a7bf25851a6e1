import matplotlib.pyplot as plt
import numpy as np
from scipy import stats

actual, forecasts = 100, np.array([90, 95, 105])
errors = actual - forecasts
laplace = stats.laplace(scale=np.mean(np.abs(errors)))
gauss = stats.norm(scale=np.sqrt(np.mean(errors**2)))

far = 40
laplace_one_in = 1 / (2 * laplace.sf(far))
gauss_millions = 1e-6 / (2 * gauss.sf(far))
laplace_has_longer_tails = laplace.sf(far) > gauss.sf(far)
print(f"An error of more than {far} apples:")
print(f"Laplace: one in {laplace_one_in:.0f}")
print(f"Gauss:   one in {gauss_millions:.3f} million")
for error in [0, 5, 10, 20]:
    print(f"{error:2}: {laplace.pdf(error):.4f}  {gauss.pdf(error):.4f}")

places = np.linspace(-30, 30, 31)
figure, axes = plt.subplots(figsize=(5, 3.2))
axes.plot(places, laplace.pdf(places), "-", color="C0")
axes.plot(places, gauss.pdf(places), "--", color="C1")
axes.plot(errors, [0] * 3, "o", color="C2")
axes.text(np.mean(errors), -0.011, "the three errors", ha="center")
axes.text(2.2, 0.068, "Laplace (L1)", color="C0")
axes.text(-9.5, 0.045, "Gauss (L2)", color="C1", ha="right")
axes.text(14, 0.014, "longer tails", color="C0")
axes.set(title="A sharp peak with long tails, or a bell")
axes.set(xlabel="error (apples)", ylabel="how common")
axes.set(ylim=(-0.014, 0.08), yticks=[0, 0.02, 0.04, 0.06, 0.08])
plt.show()
