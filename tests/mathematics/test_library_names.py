"""What libraries call a loss: each number by hand, and each name where it is said to be."""

import math
import re
from fractions import Fraction

import numpy
import scipy.optimize
import scipy.special
import sklearn.linear_model
import sklearn.metrics
from pytest import approx

from tests.mathematics.conftest import programs_give
from tests.navigation import SOURCES, page_with

PAGE_WITH = "no_squared.py"
SOURCE = SOURCES[page_with("\n# What does my library call it?\n")]
RUN, CITED = SOURCE.split("\n## PyTorch")
SIZES = [10, 5, 5]  # of the errors of the article's three forecasts
L1, L2 = Fraction(sum(SIZES), 3), Fraction(sum(size**2 for size in SIZES), 3)
HUBER = Fraction(5**2, 2) * 2 + 5 * 10 - Fraction(5**2, 2)  # two at the threshold, one beyond it
SOFT = 25 * (5**0.5 - 1) + 2 * 25 * (2**0.5 - 1)
SURPRISE = -math.log(0.9 * 0.8 * 0.6 * 0.5)
SCORE = 1 - Fraction(1 + 0 + 1 + 0 + 20, 2 + 1 + 0 + 1 + 97)
LIBRARIES = [numpy.linalg, scipy.optimize, scipy.special, sklearn.linear_model, sklearn.metrics]
test_each_number_and_each_factor_is_that_of_the_definition = programs_give({
    "means are whole": {"means": dict(mae=approx(float(L1)), mse=float(L2), rmse=approx(float(L2) ** 0.5), mae_times=1, mse_times=1, rmse_times=1)},
    "SciPy halves the sum, NumPy's norms do not": {"sums": dict(norm_one=20, norm_two=approx(150**0.5), cost=75, norm_one_times=1, norm_two_times=approx(1), cost_times=0.5, norm_is_larger=True)},
    "Huber and soft L1 are the plain ones": {"huber": dict(special=float(HUBER), fit=approx(float(HUBER)), pseudo=approx(SOFT), soft=approx(SOFT), swapped=math.inf)},
    "SGDRegressor halves the square": {"estimators": dict(square_times=0.5, huber_times=1, sgd_epsilon=0.1, epsilon=1.35, says=approx(3))},
    # Two forecasts are too low, by fifteen apples in all, and one is too high by five.
    "pinball has two prices": {"pinball": dict(default=approx(float(L1 / 2)), times_l1=0.5, right=approx((0.9 * 15 + 0.1 * 5) / 3), swapped=approx((0.1 * 15 + 0.9 * 5) / 3))},
    "surprises are added up or averaged": {"cross_entropy": dict(mean_loss=approx(SURPRISE / 4), sum_loss=approx(SURPRISE), entropy_sum=approx(SURPRISE), mean_times=approx(1), sum_times=approx(1), entropy_times=approx(1))},
    "a score is a share that is saved": {"scores": dict(of_l1=approx(float(SCORE)), of_l2=approx(1 - 402 / 7610), is_l1=True, is_l2=True)},
})  # fmt: skip


def test_each_name_of_the_table_that_was_run_is_there():
    names = set(re.findall(r"^\| `(\w+)`", RUN, re.MULTILINE)) - {"squared_error"}
    assert len(names) >= 9
    assert [name for name in names if not any(hasattr(each, name) for each in LIBRARIES)] == []
    losses = sklearn.linear_model.SGDRegressor._parameter_constraints["loss"][0].options
    assert {"squared_error", "huber"} <= set(losses)
    all_names = [name.replace("_", "") for each in (numpy, *LIBRARIES) for name in dir(each)]
    assert "abs" in all_names and not [name for name in all_names if "logcosh" in name]


def test_each_library_that_was_not_run_cites_its_documentation():
    parts = CITED.split("\n## Traps")[0].split("\n### ")[1:]
    cited = {part.split("\n")[0]: part for part in parts}
    assert [name for name in cited if f"#{name.lower()}-documentation)" not in cited[name]] == []
    assert set(cited) == {"PyTorch", "Keras", "XGBoost", "LightGBM"}
