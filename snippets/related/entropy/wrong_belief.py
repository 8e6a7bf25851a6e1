import matplotlib.pyplot as plt
import numpy as np

apple_share = 0.75
apple_belief = 0.9


def mean_surprise(share, chance):
    shares = np.array([share, 1 - share])
    chances = np.array([chance, 1 - chance])
    comes = shares != 0  # what never comes never surprises
    return np.sum(shares[comes] * -np.log2(chances[comes]))


basket_entropy = mean_surprise(apple_share, apple_share)
cross_entropy = mean_surprise(apple_share, apple_belief)
divergence = cross_entropy - basket_entropy
belief_entropy = mean_surprise(apple_belief, apple_belief)
knowing_is_less = divergence > 0
print(f"entropy         {basket_entropy:.4f} bits")
print(f"+ difference    {divergence:.4f} bits")
print(f"= cross-entropy {cross_entropy:.4f} bits")

fig, ax = plt.subplots(figsize=(5, 3.4))
ax.bar(apple_share, basket_entropy, 0.06, color="C2")
pale = {"facecolor": ("C2", 0.25), "edgecolor": "C2"}
ax.bar(apple_share, divergence, 0.06, basket_entropy, **pale)
shares = np.linspace(0.005, 0.995, 100)
curve = [mean_surprise(share, share) for share in shares]
ax.plot(shares, curve, color="C2")
line = [mean_surprise(share, apple_belief) for share in shares]
ax.plot(shares[[0, -1]], [line[0], line[-1]], "--", color="C2")
ax.plot([apple_belief] * 2, [0, belief_entropy], ":", color="C2")
ax.plot(apple_belief, belief_entropy, "o", color="C2")
ax.set(title="A wrong belief surprises more", xlabel="chance of an apple")
ax.set(ylabel="mean surprise (bits)", xlim=(0.005, 0.995))
ax.set(xticks=[0.25, 0.5, 0.75], ylim=(0, 3.1), yticks=[0, 1, 2, 3])
plt.show()
