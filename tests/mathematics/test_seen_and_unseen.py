"""The lab on unseen data, against exact fits, hat matrices, and scikit-learn's own searches."""

from fractions import Fraction
from itertools import combinations

import numpy as np
from pytest import approx
from sklearn.linear_model import Lasso, Ridge, RidgeCV
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler, scale

from tests.mathematics.conftest import l2_fit, residuals, total_miss
from tests.test_interactives import program_of

PAGE_WITH, SQUARES = "all_eight.py", "neg_mean_squared_error"
GIVEN = program_of("springs").given
RAIN, HARVESTS = np.array(GIVEN["rain"]), np.array(GIVEN["harvests"])


def test_curves_and_losses_are_those_of_exact_fits_and_each_l1_curve_is_the_only_best(numbers):
    found, weeks = numbers("both_losses"), [*map(Fraction, [*RAIN, *GIVEN["unseen_rain"]])]
    apples = [*map(int, [*HARVESTS, *found["unseen"]])]
    for degree in range(1, 8):
        rows = [[*(x**power for power in range(1, degree + 1)), y] for x, y in zip(weeks, apples)]
        fits = {*map(l2_fit, combinations(rows[:8], degree + 1))}
        best, *others = sorted(fits, key=lambda fit: total_miss(fit, rows[:8]))
        assert all(total_miss(best, rows[:8]) < total_miss(fit, rows[:8]) for fit in others[:1])
        state = program_of("springs").run(GIVEN | {"degree": degree})
        for name, part in {"seen": rows[:8], "unseen": rows[8:]}.items():
            misses = np.array(residuals(l2_fit(rows[:8]), part), dtype=float)
            both = approx([np.mean(np.abs(misses)), np.mean(misses**2)], abs=1e-9)
            assert [state[f"{name}_l1"], state[f"{name}_l2"]] == both
            fitted = [found[f"{loss}_{name}"][degree - 1] for loss in ("l1", "l2")]
            l1 = float(total_miss(best, part)) / len(part)
            assert fitted == approx([l1, np.mean(misses**2)], abs=1e-6)


def test_hidden_springs_are_missed_as_the_hat_matrix_says_which_fits_once(numbers):
    hidden, found = numbers("leave_one_out")["left_out"], numbers("chosen_before")
    cases = [(np.vander(RAIN - 4.5, at + 1), HARVESTS, hidden(at) ** 2) for at in range(7)]
    kept = np.insert(found["counts"][:, found["kept"]], 0, 1, axis=1)
    for columns, apples, squares in [*cases, (kept, found["harvests_then"], found["before"])]:
        hat = columns @ np.linalg.pinv(columns)
        misses = (apples - hat @ apples) / (1 - np.diag(hat))
        assert np.mean(squares) == approx(np.mean(misses**2))


def test_alphas_and_the_leak_are_those_of_scikit_learns_own_searches(numbers):
    found, leak = numbers("alphas"), numbers("scaled_before")["leaked"]
    for name, model in {"ridge": Ridge(), "lasso": Lasso(max_iter=10**6)}.items():
        grid = {f"{name}__alpha": found["alphas"]}
        search = GridSearchCV(make_pipeline(StandardScaler(), model), grid, cv=8, scoring=SQUARES)
        [chosen] = search.fit(found["known"], HARVESTS).best_params_.values()
        assert (chosen, -search.best_score_) == approx(found[name][:2])
    search = RidgeCV([1], store_cv_results=True).fit(scale(found["known"]), HARVESTS)
    assert leak == approx(search.cv_results_.mean())
    places = (np.array([*RAIN, *GIVEN["unseen_rain"]]) - 4.5) / 3.5
    for degree, alpha in [(1, 0.3), (4, 2.5), (6, 0.1), (7, 5)]:  # as a hand moves them
        state = program_of("springs").run(GIVEN | {"degree": degree, "alpha": alpha})
        columns = places[:, None] ** np.arange(1, degree + 1)
        model = make_pipeline(StandardScaler(), Ridge(alpha)).fit(columns[:8], HARVESTS)
        misses = np.split([*HARVESTS, *state["unseen"]] - model.predict(columns), [8])
        assert [state["seen_l2"], state["unseen_l2"]] == approx([np.mean(m**2) for m in misses])


def test_luck_makes_a_loss_by_itself_and_what_it_chose_reports_too_little(gives):
    gives("more_springs", luck_alone=(17**2 - 1) / 12)
    found, luck = gives("exercises"), np.random.default_rng(8).integers(-8, 9, (20_000, 1, 7))
    drawn = np.mean((found["rule"] - found["told"] + luck) ** 2, axis=2)
    later = np.mean((found["rule"] - found["told"]) ** 2, axis=1)[drawn.argmin(axis=1)] + 24
    reports = [found["mean_reported"], found["mean_later"]]
    assert reports == approx([np.mean(drawn.min(axis=1)), np.mean(later)], rel=0.02)
