"""The lab of five wrong lines: each wrong number, by arithmetic that Python does without NumPy."""

import math
import re
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest
from sklearn.metrics import mean_absolute_error, mean_squared_error, root_mean_squared_error

from tests.conftest import PROJECT

PAGE = "labs/five-wrong-lines"
ACTUAL = [100, 100, 100]
APPLES = [90, 95, 105]


def wrapped(number, bits, signed):
    """The number that is left of `number` in so many bits."""
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


def said_by(name):
    """Run a snippet as a reader would; return its exit code and what it says on standard error."""
    folder = PROJECT / "snippets" / PAGE
    told = subprocess.run(
        [sys.executable, f"{name}.py"], cwd=folder, capture_output=True, text=True
    )
    return told.returncode, told.stderr


def test_unsigned_bytes_spoil_the_mae_and_the_mse_is_right_by_accident(numbers):
    found = numbers(f"{PAGE}/unsigned")
    wrong_mae, lucky_mse = losses_in(8, False, APPLES)
    assert (wrong_mae, lucky_mse) == (Fraction(266, 3), 50)
    assert found["wrong_mae"] == pytest.approx(float(wrong_mae), rel=1e-15)
    assert found["lucky_mse"] == 50
    assert found["mae"] == pytest.approx(20 / 3, rel=1e-15)
    assert found["mse"] == 50
    assert (found["third_wrong"], found["third_right"]) == (256 - 5, -5)
    assert found["third_square"] == 251 * 251 % 256 == 25
    assert found["numbers_in_a_byte"] == 256


def test_a_forecast_farther_off_ends_the_luck(numbers):
    found = numbers(f"{PAGE}/farther_off")
    _, wrong_mse = losses_in(8, False, [80, 95, 105])
    assert wrong_mse == Fraction(194, 3)
    assert found["wrong_mse"] == pytest.approx(float(wrong_mse), rel=1e-15)
    assert found["mse"] == mean([20**2, 5**2, 5**2]) == 150


def test_the_square_of_two_hundred_goes_round_in_sixteen_bits(numbers):
    found = numbers(f"{PAGE}/overflow")
    assert found["wrong_square"] == wrapped(200**2, 16, True) == 40000 - 65536 == -25536
    assert found["right_square"] == 40000
    assert found["wrong_mse"] == pytest.approx(float(mean([-25536, 25, 25])))
    assert found["wrong_mse"] < 0
    assert found["mse"] == pytest.approx(mean_squared_error([200, 5, 5], [0, 0, 0]))
    assert found["largest"] == 2**15 - 1


def test_a_single_number_warns_and_an_array_does_not():
    code, told = said_by("one_number_warns")
    assert code == 0
    assert "RuntimeWarning: overflow encountered in scalar multiply" in told
    assert said_by("overflow") == (0, "")
    assert said_by("unsigned") == (0, "")


def test_a_row_minus_a_column_is_all_pairs(numbers):
    found = numbers(f"{PAGE}/broadcasting")
    pairs = [a - b for b in (1, 2, 3) for a in (1, 2, 3)]
    assert found["wrong"].ravel().tolist() == pairs
    assert mean([abs(pair) for pair in pairs]) == Fraction(8, 9)
    assert mean([pair**2 for pair in pairs]) == Fraction(4, 3)
    assert found["wrong_mae"] == pytest.approx(8 / 9, rel=1e-15)
    assert found["wrong_mse"] == pytest.approx(4 / 3, rel=1e-15)
    assert found["mae"] == found["mse"] == mean_absolute_error([1, 2, 3], [[1], [2], [3]]) == 0


def test_the_apples_hide_the_broadcast(numbers):
    found = numbers(f"{PAGE}/hidden")
    assert sorted(found["wrong"].ravel()) == sorted([10, 5, -5] * 3)
    assert (found["wrong_count"], found["count"]) == (9, 3)
    assert found["wrong_mae"] == pytest.approx(found["mae"], rel=1e-15)
    assert found["mae"] == pytest.approx(20 / 3, rel=1e-15)


def test_lengths_that_do_not_fit_stop_the_program():
    code, told = said_by("lengths_differ")
    assert code == 1
    assert told.count("File ") == 1, "the traceback holds the program and nothing else"
    assert "ValueError: operands could not be broadcast together with shapes (3,) (4,)" in told


def test_one_gap_makes_the_mean_nan_and_leaving_it_out_changes_the_count(numbers):
    found = numbers(f"{PAGE}/missing")
    assert math.isnan(np.mean(np.abs(found["errors"])))
    assert (found["used"], found["count"]) == (3, 4)
    rest = mean_absolute_error(ACTUAL, APPLES)
    assert found["mae"] == pytest.approx(rest, rel=1e-15)
    assert found["silent_mae"] == pytest.approx(rest, rel=1e-15)


def test_in_dozens_the_mse_is_the_smaller_and_the_rmse_never_is(numbers):
    found = numbers(f"{PAGE}/units")
    assert found["dozen_mae"] == pytest.approx(float(Fraction(20, 3) / 12))
    assert found["dozen_mse"] == pytest.approx(float(Fraction(50, 144)))
    assert found["dozen_mse"] < found["dozen_mae"] < found["dozen_rmse"]
    assert found["mae"] < found["rmse"]
    assert found["rmse"] == pytest.approx(root_mean_squared_error(ACTUAL, APPLES))
    # s MAE = s² MSE where s = MAE / MSE
    assert found["crossing"] == pytest.approx(float(Fraction(2, 15)), rel=1e-15)


def test_the_rankings_flip(numbers):
    found = numbers(f"{PAGE}/rankings")
    zeros = [0] * 4
    for name, errors in {"steady": [2, 2, 2, 2], "risky": [0, 0, 0, 6]}.items():
        assert found[f"{name}_mae"] == mean_absolute_error(errors, zeros)
        assert found[f"{name}_mse"] == mean_squared_error(errors, zeros)
    assert (found["steady_mae"], found["risky_mae"]) == (2, 1.5)
    assert (found["steady_mse"], found["risky_mse"]) == (4, 9)


def test_the_careful_function_gives_what_scikit_learn_gives(numbers):
    found = numbers(f"{PAGE}/careful")
    assert found["careful_mae"] == pytest.approx(mean_absolute_error(ACTUAL, APPLES))
    assert found["careful_rmse"] == pytest.approx(root_mean_squared_error(ACTUAL, APPLES))


@pytest.mark.parametrize(
    "forecasts, complaint",
    [([[90], [95], [105]], "one forecast for each value"), ([90, 95, math.nan], "1 of 3 missing")],
)
def test_the_careful_function_refuses_a_column_and_a_gap(numbers, forecasts, complaint):
    losses = numbers(f"{PAGE}/careful")["losses"]
    with pytest.raises(AssertionError, match=complaint):
        losses(ACTUAL, forecasts, "apples")


def test_each_type_goes_round_as_its_bits_say(numbers, capsys):
    numbers(f"{PAGE}/number_types")
    printed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[1:])
    for name, losses in printed.items():
        kind, bits = re.fullmatch(r"(u?int|float)(\d+)", name).groups()
        bits = 1000 if kind == "float" else int(bits)
        mae, mse = losses_in(bits, kind != "uint", [80, 95, 105])
        assert losses.split() == [f"{float(mae):,.0f}", f"{float(mse):.2f}"]
    assert len(printed) == 7


def test_the_exercises_are_what_counting_in_a_byte_gives(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert found["lowest_size"] == found["lowest"] == wrapped(128, 8, True) == -128
    first = next(error for error in range(1, 100) if wrapped(error**2, 8, False) != error**2)
    assert (found["first_wrong_error"], found["first_wrong_square"]) == (first, 0) == (16, 0)
    assert math.isnan(found["best_if_first"])
    assert found["best_if_last"] == 5
    assert found["crossing"] == Fraction(1, 2)


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(PAGE)
    for figure in [
        "88.6667",
        "50.0",
        "64.67",
        "150",
        "-25,536",
        "0.8889",
        "1.3333",
        "0.5556",
        "0.3472",
        "0.1333",
        "7.0711",
        "overflow encountered in scalar multiply",
        "operands could not be broadcast together with shapes (3,) (4,)",
    ]:
        assert figure in text
