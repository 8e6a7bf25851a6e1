"""The lab of five wrong lines: each wrong number, by arithmetic that Python does without NumPy."""

import math
import re
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from sklearn.metrics import mean_absolute_error, mean_squared_error, root_mean_squared_error

from tests.mathematics.conftest import exactly, page_shows, programs_give

PAGE_WITH = "broadcasting.py"
ACTUAL = [100, 100, 100]
APPLES = [90, 95, 105]
MAE, RMSE = exactly(20 / 3), approx(root_mean_squared_error(ACTUAL, APPLES))
test_the_page_shows_the_published_figures = page_shows("88.6667 | 50.0 | 64.67 | 150 | -25,536 | 0.8889 | 1.3333 | 0.5556 | 0.3472 | 0.1333 | 7.0711 | overflow encountered in scalar multiply | operands could not be broadcast together with shapes (3,) (4,)")  # fmt: skip
test_what_the_page_says_is_so = programs_give({
    "unsigned bytes spoil the MAE": {"unsigned": dict(wrong_mae=exactly(Fraction(266, 3)), mae=MAE), "goes_round": dict(error=-5, byte=251)},
    "the MSE is right by accident": {"lucky": dict(lucky_mse=50, mse=50, third_square=25, numbers_in_a_byte=256)},
    "a forecast farther off ends the luck": {"farther_off": dict(wrong_mse=exactly(Fraction(194, 3)), mse=mean_squared_error(ACTUAL, [80, 95, 105]))},
    "the square of two hundred goes round in sixteen bits": {"overflow": dict(wrong_square=40000 - 65536, right_square=40000, wrong_mse=approx((-25536 + 25 + 25) / 3), mse=approx(40050 / 3)), "number_types": dict(largest=2**15 - 1)},
    "the careful function gives what scikit-learn gives": {"careful": dict(careful_mae=approx(mean_absolute_error(ACTUAL, APPLES)), careful_rmse=RMSE)},
    # s MAE = s² MSE where s = MAE / MSE
    "in dozens the MSE is the smaller": {"units": dict(crossing=exactly(Fraction(2, 15)), rmse=RMSE, dozen_mae=approx(Fraction(20, 36)), dozen_mse=approx(Fraction(50, 144)))},
    "the rankings flip": {"rankings": dict(steady_mae=2, steady_mse=4, risky_mae=1.5, risky_mse=9)},
})  # fmt: skip
REFUSED = [([[90], [95], [105]], "one forecast for each value")]
REFUSED += [([90, 95, math.nan], "1 of 3 missing")]


def wrapped(number, bits, signed):
    """Return the number that is left of one in so many bits."""
    left = number % 2**bits
    return left - 2**bits if signed and left >= 2 ** (bits - 1) else left


def mean(numbers):
    return Fraction(sum(numbers), len(numbers))


def losses_in(bits, signed, forecasts):
    """MAE and MSE where each step is cut off to so many bits."""

    def cut(number):
        return wrapped(number, bits, signed)

    errors = [cut(a - b) for a, b in zip(ACTUAL, forecasts, strict=True)]
    return mean([cut(abs(error)) for error in errors]), mean([cut(e * e) for e in errors])


def test_a_row_minus_a_column_is_all_pairs(gives):
    pairs = [[a - b for a in (1, 2, 3)] for b in (1, 2, 3)]
    mae, mse = (mean([abs(pair) ** p for row in pairs for pair in row]) for p in (1, 2))
    gives("broadcasting", wrong=pairs, wrong_mae=exactly(mae), wrong_mse=exactly(mse), mae=0)


def test_the_apples_hide_the_broadcast(gives):
    found = gives("hidden", wrong_count=9, count=3, mae=MAE)
    assert sorted(found["wrong"].ravel()) == sorted([10, 5, -5] * 3)
    assert found["wrong_mae"] == exactly(found["mae"])


def test_one_gap_makes_the_mean_nan_and_leaving_it_out_changes_the_count(gives):
    rest = exactly(mean_absolute_error(ACTUAL, APPLES))
    found = gives("missing", used=3, count=4, mae=rest, silent_mae=rest)
    assert math.isnan(np.mean(np.abs(found["errors"])))


@pytest.mark.parametrize("forecasts, complaint", REFUSED)
def test_the_careful_function_refuses_a_column_and_a_gap(numbers, forecasts, complaint):
    losses = numbers("careful")["losses"]
    with pytest.raises(AssertionError, match=complaint):
        losses(ACTUAL, forecasts, "apples")


def test_each_type_goes_round_as_its_bits_say(numbers, capsys):
    numbers("number_types")
    printed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[1:])
    for name, losses in printed.items():
        kind, bits = re.fullmatch(r"(u?int|float)(\d+)", name).groups()
        bits = 1000 if kind == "float" else int(bits)
        mae, mse = losses_in(bits, kind != "uint", [80, 95, 105])
        assert losses.split() == [f"{float(mae):,.0f}", f"{float(mse):.2f}"]
    assert len(printed) == 7


def test_the_exercises_are_what_counting_in_a_byte_gives(gives):
    assert wrapped(128, 8, True) == -128
    first = next(error for error in range(1, 100) if wrapped(error**2, 8, False) != error**2)
    assert (first, wrapped(first**2, 8, False)) == (16, 0)
    found = gives("exercises", lowest_size=-128, lowest=-128, crossing=Fraction(1, 2))
    gives("exercises", first_wrong_error=16, first_wrong_square=0, best_if_last=5)
    assert math.isnan(found["best_if_first"])
