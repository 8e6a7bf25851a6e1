"""The numbers of the lab on noise, against closed forms, integrals and published figures."""

import math
import statistics
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from pytest import approx
from scipy import stats
from scipy.integrate import quad

from tests.mathematics.conftest import exactly, page_shows, programs_give
from tests.test_interactives import program_of

PAGE_WITH = "likelihood.py"
ERRORS = [10, 5, -5]
MAE, RMSE = 20 / 3, math.sqrt(50)
NAMED = {"none": 0, "two": 0.002, "five": 0.005, "ten": 0.01, "fifty": 0.05}
PUBLISHED = dict(zip(NAMED, ["0.8759692", "1.016", "1.198", "1.439", "2.035"]))
test_the_page_shows_the_published_figures = page_shows("3.37495 | 3.59027 | 0.63662 | 0.8759692 | 0.0017537 | 10.06 % | two 1.016 0.645 | five 1.198 | ten 1.439 | fifty 2.035 | Laplace 1.372 1.815 2 ")  # fmt: skip
test_what_the_page_says_is_so = programs_give({
    "the errors are those of the apples": {"by_hand": dict(zip(("first", "second", "third"), ERRORS))},
    # At the best scale the penalty is one for Laplace, and a half for Gauss.
    "the likelihoods are their closed forms": {"likelihood": dict(laplace_cost=approx(math.log(40 / 3) + 1, rel=1e-14), gauss_cost=approx(math.log(2 * math.pi * 50) / 2 + 0.5, rel=1e-14))},
    "the best scales are MAE and RMSE, and the costs there are published": {"likelihood": dict(mae=exactly(MAE), rmse=exactly(RMSE), laplace_cost=approx(3.59027, abs=5e-6), gauss_cost=approx(3.37495, abs=5e-6))},
    "the limits of the median's efficiency are two over pi and two": {"median_or_mean": dict(normal_limit=approx(2 / math.pi, rel=1e-14), laplace_limit=approx(2, rel=1e-14))},
    "the median needs 158 normal points or 50 from Laplace": {"exercises": dict(normal_needed=158, laplace_needed=100 // 2)},
})  # fmt: skip
LAWS = {"normal": stats.Normal, "laplace": stats.make_distribution(stats.laplace)}


def test_the_formula_of_the_page_gives_what_scipy_gives(gives, numbers):
    by_scipy = numbers("likelihood")
    gauss_peak = approx(statistics.NormalDist(0, RMSE).pdf(0))
    costs = {f"{law}_cost": approx(by_scipy[f"{law}_cost"]) for law in ("laplace", "gauss")}
    gives("by_hand", laplace_peak=approx(1 / (2 * MAE)), gauss_peak=gauss_peak, **costs)


def test_far_errors_are_as_rare_as_the_closed_forms_say(gives):
    found = gives("densities", laplace_one_in=approx(math.exp(40 / MAE)))
    # Forty apples are 40/√50 standard deviations, and the error function wants that over √2.
    assert 1e6 * found["gauss_millions"] == approx(1 / math.erfc(4))


def test_each_loss_and_its_law_choose_the_same_shift(gives):
    l1 = approx(statistics.median(ERRORS), abs=5e-5)
    l2 = approx(Fraction(10, 3), abs=5e-5)
    gives("same_choice", l1_shift=l1, laplace_shift=l1, l2_shift=l2, gauss_shift=l2)


def efficiency_of_the_median(law, size):
    """Exact for an odd number of points: the variance of the middle one, as an integral."""
    each_side = (size - 1) // 2
    ways = math.lgamma(size + 1) - 2 * math.lgamma(each_side + 1)

    def term(x):
        return x * x * math.exp(ways + each_side * (law.logcdf(x) + law.logccdf(x)) + law.logpdf(x))

    ends = [0, *(width / math.sqrt(size) for width in (0.5, 2, 4, 8)), 20]
    half = sum(quad(term, *piece)[0] for piece in pairwise(ends))
    return law.variance() / size / (2 * half)


def agrees(simulated, exact, repeats):
    """Whether a ratio of two variances, whose logarithm scatters so, is this one up to chance."""
    return abs(math.log(simulated / exact)) < 2 * math.sqrt(4 / repeats)


@pytest.mark.parametrize("name, law", LAWS.items())
@pytest.mark.parametrize("size", ["few", "many"])
def test_the_simulated_efficiencies_are_the_exact_ones_up_to_chance(numbers, name, law, size):
    found = numbers("median_or_mean")
    exact = efficiency_of_the_median(law(), found[size])
    assert agrees(found[f"{name}_{size}"], exact, found["repeats"])


def contaminated(share, times=3):
    """The normal law, with a share of points from one that is so many times as wide."""
    good, bad = stats.Normal(), stats.Normal(sigma=times)
    return stats.Mixture([good, bad], weights=[1 - share, share]) if share else good


@pytest.mark.parametrize("name, share", [*NAMED.items(), ("hundred", 0.1), ("two_hundred", 0.2)])
def test_the_efficiencies_of_the_median_are_those_of_the_middle_point_of_many(gives, name, share):
    exact = efficiency_of_the_median(contaminated(share), 20001)
    gives("location", **{name: approx(exact, rel=5e-5)})


def test_the_median_overtakes_the_mean_at_ten_percent_of_bad_points(numbers):
    found = numbers("location")
    share = found["crossover"]  # where (1 + 8 s) (3 - 2 s)^2 2 = 9 pi
    assert (1 + 8 * share) * (3 - 2 * share) ** 2 * 2 == approx(9 * math.pi, rel=1e-10)
    assert f"{found['percent']:.2f} %" == "10.06 %"
    assert f"{found['two']:.3f}" == "0.645"


def test_the_figure_draws_both_crossovers_where_they_are(numbers):
    drawn, location = numbers("contaminated"), numbers("location")
    assert drawn["later"] == approx(location["crossover"], abs=4e-12)
    for share in (0, 0.002, 0.1, 0.5):
        assert drawn["of_the_median"](share) == approx(location["efficiency"](share))


@pytest.mark.parametrize("name, published", PUBLISHED.items())
def test_tukeys_efficiencies_are_the_published_ones(numbers, name, published):
    assert f"{numbers('contaminated')[name]:.{len(published) - 2}f}" == published


def moments(law):
    """Its mean deviation, variance and fourth moment, by integrals."""

    def term(x, power):
        return 2 * x**power * law.pdf(x)

    for power in (1, 2, 4):
        pieces = (0, 6), (6, 40), (40, 150)
        yield sum(quad(term, *ends, args=(power,))[0] for ends in pieces)


def test_the_moments_behind_them_are_integrals_of_the_mixture(gives, numbers):
    names = "mean_deviation", "variance", "fourth_moment"
    gives("step_by_step", **dict(zip(names, map(approx, moments(contaminated(0.01))))))
    gives("step_by_step", efficiency=approx(numbers("contaminated")["ten"]))


def test_the_verdict_turns_below_two_in_a_thousand(gives):
    gives("contaminated", crossover=approx(0.0017537, abs=5e-8))


def test_points_ten_times_as_noisy_turn_the_verdict_far_sooner(gives, numbers):
    share = numbers("contaminated")["wild_crossover"]
    deviation, variance, fourth = moments(contaminated(share, times=10))
    assert (fourth / variance**2 - 1) / 4 == approx(variance / deviation**2 - 1)
    gives("contaminated", wild_one_in=approx(1 / share))


@pytest.mark.parametrize("share", ["0", "0.002", "0.01", "0.05", "0.2"])
def test_a_simulation_finds_both_efficiencies_up_to_chance(numbers, share):
    found, exact = numbers("spread", share), numbers("contaminated")["efficiency"](float(share))
    of_the_median = efficiency_of_the_median(contaminated(float(share)), 1001)
    assert agrees(found["location_efficiency"], of_the_median, len(found["errors"]))
    assert agrees((found["l2_wobble"] / found["l1_wobble"]) ** 2, exact, len(found["errors"]))
    spread = approx(math.sqrt(1 + 8 * float(share)), abs=2 * np.std(found["l2_spreads"]))
    assert np.mean(found["l2_spreads"]) == spread


def mulberry(seed, count):
    """The generator as its author gives it, which keeps a state: in Python's own whole numbers."""
    state, low = seed, 2**32 - 1
    for _ in range(count):
        state = (state + 0x6D2B79F5) & low
        mixed = (state ^ state >> 15) * (state | 1) & low
        mixed ^= mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & low) & low
        yield ((mixed ^ mixed >> 14) & low) / 2**32


def drawn_again(**numbers):
    """The numbers of what readers can draw again, with some other ones given."""
    program = program_of("draws")
    return program.run(program.given | numbers)


@pytest.mark.parametrize("seed", [1, 2, 4_000_000_000])
def test_what_can_be_drawn_again_is_normal_and_comes_from_the_generator(seed):
    found = drawn_again(bad=20, seed=seed)
    assert found["drawn"](500).tolist() == [*mulberry(seed, 500)]
    assert found["far"].ravel()[:500].tolist() == [*mulberry(seed, 500)]
    is_bad, errors = found["chance"] < 0.02, found["errors"]
    assert np.mean(is_bad) == approx(0.02, abs=3 * math.sqrt(0.02 * 0.98 / errors.size))
    assert stats.kstest(errors[~is_bad], "norm").pvalue > 0.001
    assert stats.kstest(errors[is_bad] / 3, "norm").pvalue > 0.001


def test_each_sample_is_estimated_as_the_statistics_module_does_it():
    found = drawn_again(bad=50)
    samples = found["errors"].T.tolist()
    means, medians = [*map(statistics.fmean, samples)], map(statistics.median, samples)
    spreads = [statistics.pstdev(sample) for sample in samples]
    misses = ([abs(x - mean) for x in sample] for sample, mean in zip(samples, means))
    deviations = [*map(statistics.fmean, misses)]
    for wobble, estimates in [("l1_middle", medians), ("l2_middle", means)]:
        assert found[wobble] == approx(100 * statistics.pstdev(estimates, 0))
    for wobble, estimates in [("l1_spread", deviations), ("l2_spread", spreads)]:
        relative = statistics.pstdev(estimates) / statistics.fmean(estimates)
        assert found[wobble] == approx(100 * relative)
    assert [sum(counts) for counts in found["counts"]] == [1000] * 4


@pytest.mark.parametrize("bad", [0, 2, 50, 100, 200])
def test_efficiencies_that_can_be_drawn_again_are_the_exact_ones_up_to_chance(numbers, bad):
    found, share = drawn_again(bad=bad), bad / 1000
    exact = efficiency_of_the_median(contaminated(share), found["points"])
    assert agrees(found["middle"], exact, found["estimates"])
    exact = numbers("contaminated")["efficiency"](share)
    assert agrees(found["spread"], exact, found["estimates"])


def test_the_formulas_beside_the_draws_are_those_of_the_other_programs(numbers):
    spread, middle = (numbers(name)["efficiency"] for name in ("contaminated", "location"))
    for bad, times in [(0, 3), (2, 3), (7.5, 1.5), (200, 4), (33, 1)]:
        found = drawn_again(bad=bad, times=times)
        assert found["spread_law"] == approx(spread(bad / 1000, times))
        assert found["middle_law"] == approx(middle(bad / 1000, times))


def test_at_two_in_a_thousand_chance_decides_about_the_spread_but_not_about_the_middle():
    draws = [drawn_again(seed=seed) for seed in range(1, 9)]
    assert {draw["spread"] > 1 for draw in draws} == {True, False}
    assert {draw["middle"] > 1 for draw in draws} == {False}
    assert {draw["spread_law"] > 1 for draw in draws} == {True}


@pytest.mark.parametrize("grower, mae, mse", [("steady", 2, 4), ("risky", 1.5, 9)])
def test_the_steady_grower_fits_gauss_and_the_risky_one_laplace(gives, grower, mae, mse):
    laplace, gauss = math.log(2 * mae) + 1, math.log(2 * math.pi * mse) / 2 + 0.5
    costs = {f"{grower}_laplace": approx(laplace), f"{grower}_gauss": approx(gauss)}
    gives("exercises", **costs)
