"""The numbers of the lab on noise, against closed forms, integrals and published figures."""

import math
import statistics
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import quad

PAGE = "labs/noise"
ERRORS = [10, 5, -5]


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(PAGE)
    for figure in ["3.37495", "3.59027", "0.63662", "0.8759692", "0.0017537"]:
        assert figure in text
    for row in ["two 1.016 0.645", "five 1.198", "ten 1.439", "fifty 2.035"]:
        assert row in text
    assert "10.06 %" in text
    assert "Laplace 1.372 1.815 2 " in text


def test_the_likelihoods_are_their_closed_forms_at_the_best_scales(numbers):
    found = numbers(f"{PAGE}/likelihood")
    assert [found["first"], found["second"], found["third"]] == ERRORS
    assert found["mae"] == pytest.approx(float(Fraction(20, 3)), rel=1e-15)
    assert found["rmse"] == pytest.approx(math.sqrt(50), rel=1e-15)
    # At the best scale the penalty is one for Laplace, and a half for Gauss.
    assert found["laplace_cost"] == pytest.approx(math.log(40 / 3) + 1, rel=1e-14)
    assert found["gauss_cost"] == pytest.approx(math.log(2 * math.pi * 50) / 2 + 0.5, rel=1e-14)
    assert found["laplace_cost"] == pytest.approx(3.59027, abs=5e-6)
    assert found["gauss_cost"] == pytest.approx(3.37495, abs=5e-6)


def test_the_formula_of_the_page_gives_what_scipy_gives(numbers):
    found = numbers(f"{PAGE}/likelihood")
    assert found["laplace_peak"] == pytest.approx(1 / (2 * found["mae"]))
    assert found["gauss_peak"] == pytest.approx(statistics.NormalDist(0, found["rmse"]).pdf(0))
    laplace = -math.log(found["laplace_peak"]) + found["mae"] / found["mae"]
    gauss = -math.log(found["gauss_peak"]) + found["mse"] / found["twice_mse"]
    assert (found["laplace_cost"], found["gauss_cost"]) == pytest.approx((laplace, gauss))


@pytest.mark.parametrize("law, best", [(stats.laplace, 20 / 3), (stats.norm, math.sqrt(50))])
def test_no_other_scale_makes_the_errors_more_likely(law, best):
    least = -np.mean(law(scale=best).logpdf(ERRORS))
    for scale in np.linspace(1, 30, 291):
        assert -np.mean(law(scale=scale).logpdf(ERRORS)) >= least


def test_far_errors_are_as_rare_as_the_closed_forms_say(numbers):
    found = numbers(f"{PAGE}/densities")
    assert found["laplace_one_in"] == pytest.approx(math.exp(40 / (20 / 3)))
    # Forty apples are 40/√50 standard deviations, and the error function wants that over √2.
    assert 1e6 * found["gauss_millions"] == pytest.approx(1 / math.erfc(4))


def test_each_loss_and_its_law_choose_the_same_shift(numbers):
    found = numbers(f"{PAGE}/same_choice")
    for name in ("l1_shift", "laplace_shift"):
        assert found[name] == pytest.approx(statistics.median(ERRORS), abs=5e-5)
    for name in ("l2_shift", "gauss_shift"):
        assert found[name] == pytest.approx(float(Fraction(10, 3)), abs=5e-5)
    assert stats.laplace.fit(ERRORS) == pytest.approx((5, 5))
    assert stats.norm.fit(ERRORS)[0] == pytest.approx(10 / 3)


def test_the_limits_of_the_medians_efficiency_are_two_over_pi_and_two(numbers):
    found = numbers(f"{PAGE}/median_or_mean")
    assert found["normal_limit"] == pytest.approx(2 / math.pi, rel=1e-14)
    assert found["laplace_limit"] == pytest.approx(2, rel=1e-14)


def efficiency_of_the_median(law, size):
    """Exact for an odd number of points: the variance of the middle one, as an integral."""
    each_side = (size - 1) // 2
    ways = math.lgamma(size + 1) - 2 * math.lgamma(each_side + 1)

    def term(x):
        return x * x * math.exp(ways + each_side * (law.logcdf(x) + law.logsf(x)) + law.logpdf(x))

    ends = [0, *(width / math.sqrt(size) for width in (0.5, 2, 4, 8)), 20]
    half = sum(quad(term, *piece)[0] for piece in pairwise(ends))
    return law.var() / size / (2 * half)


@pytest.mark.parametrize("law", ["norm", "laplace"])
@pytest.mark.parametrize("size", ["few", "many"])
def test_the_simulated_efficiencies_are_the_exact_ones_up_to_chance(numbers, law, size):
    found = numbers(f"{PAGE}/median_or_mean")
    exact = efficiency_of_the_median(getattr(stats, law), found[size])
    simulated = found[f"{law.replace('norm', 'normal')}_{size}"]
    # The logarithm of a ratio of two variances scatters by less than this.
    standard_error = math.sqrt(4 / found["repeats"])
    assert abs(math.log(simulated / exact)) < 2 * standard_error


class Contaminated:
    """The normal law, with a share of points from one three times as wide."""

    def __init__(self, share):
        self.share = share

    def mixed(self, of_good, of_bad):
        return (1 - self.share) * of_good + self.share * of_bad

    def logpdf(self, x):
        return math.log(self.mixed(stats.norm.pdf(x), stats.norm.pdf(x, scale=3)))

    def logcdf(self, x):
        return math.log(self.mixed(stats.norm.cdf(x), stats.norm.cdf(x, scale=3)))

    def logsf(self, x):
        return self.logcdf(-x)

    def var(self):
        return self.mixed(1, 9)


@pytest.mark.parametrize(
    "name, share",
    [
        ("none", 0),
        ("two", 0.002),
        ("five", 0.005),
        ("ten", 0.01),
        ("fifty", 0.05),
        ("hundred", 0.1),
        ("two_hundred", 0.2),
    ],
)
def test_the_efficiencies_of_the_median_are_those_of_the_middle_point_of_many(numbers, name, share):
    exact = efficiency_of_the_median(Contaminated(share), 20001)
    assert numbers(f"{PAGE}/location")[name] == pytest.approx(exact, rel=5e-5)


def test_the_median_overtakes_the_mean_at_ten_percent_of_bad_points(numbers):
    found = numbers(f"{PAGE}/location")
    # Cleared of fractions, (1 + 8 s) (3 - 2 s)^2 2 = 9 pi is a cubic equation.
    share = np.polynomial.Polynomial([0, 1])
    least = min(((1 + 8 * share) * (3 - 2 * share) ** 2 * 2 - 9 * math.pi).roots().real)
    assert found["crossover"] == pytest.approx(least, abs=2e-12)  # brentq's own tolerance
    assert f"{found['percent']:.2f} %" == "10.06 %"
    # Of many points, but not of infinitely many, and without the formula.
    assert efficiency_of_the_median(Contaminated(0.1005), 20001) < 1
    assert efficiency_of_the_median(Contaminated(0.1007), 20001) > 1
    assert f"{found['two']:.3f}" == "0.645"


@pytest.mark.parametrize("share", ["0", "0.002", "0.05", "0.2"])
def test_a_simulation_finds_the_same_efficiency_of_the_median_up_to_chance(
    numbers, monkeypatch, share
):
    monkeypatch.setattr("sys.argv", ["spread.py", share])
    found = numbers(f"{PAGE}/spread")
    exact = efficiency_of_the_median(Contaminated(float(share)), 1001)
    standard_error = math.sqrt(4 / len(found["errors"]))
    assert abs(math.log(found["location_efficiency"] / exact)) < 2 * standard_error


def test_the_figure_draws_both_crossovers_where_they_are(numbers):
    drawn, location = numbers(f"{PAGE}/contaminated"), numbers(f"{PAGE}/location")
    assert drawn["later"] == pytest.approx(location["crossover"], abs=4e-12)
    for share in (0, 0.002, 0.1, 0.5):
        assert drawn["of_the_median"](share) == pytest.approx(location["efficiency"](share))


def tukeys_efficiency(share):
    """The closed form, with the moments of the mixture already put in."""
    standard = (3 * (1 + 80 * share) / (1 + 8 * share) ** 2 - 1) / 4
    mean = math.pi * (1 + 8 * share) / (2 * (1 + 2 * share) ** 2) - 1
    return standard / mean


def test_tukeys_efficiencies_are_those_of_the_closed_form(numbers):
    found = numbers(f"{PAGE}/contaminated")
    published = {
        "none": (0, "0.8759692"),
        "two": (0.002, "1.016"),
        "five": (0.005, "1.198"),
        "ten": (0.01, "1.439"),
        "fifty": (0.05, "2.035"),
    }
    for name, (share, figure) in published.items():
        assert found[name] == pytest.approx(tukeys_efficiency(share), rel=1e-12)
        assert f"{found[name]:.{len(figure.partition('.')[2])}f}" == figure


def test_the_moments_behind_them_are_integrals_of_the_mixture(numbers):
    found = numbers(f"{PAGE}/step_by_step")

    def moment(power):
        def term(x):
            density = 0.99 * stats.norm.pdf(x) + 0.01 * stats.norm.pdf(x, scale=3)
            return 2 * x**power * density

        return quad(term, 0, 6)[0] + quad(term, 6, 40)[0]

    assert found["variance"] == pytest.approx(moment(2))
    assert found["fourth_moment"] == pytest.approx(moment(4))
    assert found["mean_deviation"] == pytest.approx(moment(1))
    assert found["efficiency"] == pytest.approx(tukeys_efficiency(0.01))


def test_the_verdict_turns_below_two_in_a_thousand(numbers):
    found = numbers(f"{PAGE}/contaminated")
    assert found["crossover"] == pytest.approx(0.0017537, abs=5e-8)
    assert tukeys_efficiency(0.00175365) < 1 < tukeys_efficiency(0.00175366)
    assert found["efficiency"](0.001) < 1 < found["efficiency"](0.002)


def test_points_ten_times_as_noisy_turn_the_verdict_far_sooner(numbers):
    found = numbers(f"{PAGE}/contaminated")
    # Cleared of fractions, the crossover is a root of a polynomial.
    share = np.polynomial.Polynomial([0, 1])
    variance, fourth, deviation = 1 + 99 * share, 3 * (1 + 9999 * share), 1 + 9 * share
    left = (fourth - variance**2) * 2 * deviation**2
    right = 4 * variance**2 * (math.pi * variance - 2 * deviation**2)
    roots = (left - right).roots()
    least = min(root.real for root in roots if abs(root.imag) < 1e-12 and root.real > 0)
    assert found["wild_crossover"] == pytest.approx(least, abs=2e-12)  # brentq's own tolerance
    assert round(found["wild_one_in"]) == round(1 / least)


@pytest.mark.parametrize("share", ["0", "0.01", "0.05"])
def test_a_simulation_finds_tukeys_efficiency_up_to_chance(numbers, monkeypatch, share):
    monkeypatch.setattr("sys.argv", ["spread.py", share])
    found = numbers(f"{PAGE}/spread")
    simulated = (found["l2_wobble"] / found["l1_wobble"]) ** 2
    standard_error = math.sqrt(4 / len(found["errors"]))
    assert abs(math.log(simulated / tukeys_efficiency(float(share)))) < 2 * standard_error
    assert np.mean(found["l2_spreads"]) == pytest.approx(
        math.sqrt(1 + 8 * float(share)), abs=2 * np.std(found["l2_spreads"])
    )


def test_the_steady_grower_fits_gauss_and_the_risky_one_laplace(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert found["steady_laplace"] == pytest.approx(math.log(4) + 1)
    assert found["steady_gauss"] == pytest.approx(math.log(2 * math.pi * 4) / 2 + 0.5)
    assert found["risky_laplace"] == pytest.approx(math.log(3) + 1)
    assert found["risky_gauss"] == pytest.approx(math.log(2 * math.pi * 9) / 2 + 0.5)
    assert found["steady_gauss"] < found["steady_laplace"]
    assert found["risky_laplace"] < found["risky_gauss"]


def test_the_median_needs_158_normal_points_or_50_from_laplace(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert 157 < 100 * math.pi / 2 < found["normal_needed"] == 158
    assert found["laplace_needed"] == 50
