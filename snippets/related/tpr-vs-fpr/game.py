import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
tie_weight = 0.5

lead = wormy_scores[:, None] - sound_scores
wins, ties = np.sum(lead > 0), np.sum(lead == 0)
pairs = lead.size
won = (wins + tie_weight * ties) / pairs
print(f"{wins} wins, {ties} tie, {pairs} pairs")
print(f"share of games won: {won:.4f}")
