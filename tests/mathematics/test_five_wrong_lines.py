"""The lab of five wrong lines: each wrong number, by arithmetic that Python does without NumPy."""

import math
import re
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from sklearn.metrics import mean_absolute_error, mean_squared_error, root_mean_squared_error

PAGE_WITH = "broadcasting.py"
ACTUAL = [100, 100, 100]
APPLES = [90, 95, 105]
MAE = approx(20 / 3, rel=1e-15)


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


def test_unsigned_bytes_spoil_the_mae_and_the_mse_is_right_by_accident(gives):
    assert losses_in(8, False, APPLES) == (Fraction(266, 3), 50)
    wrong = approx(Fraction(266, 3), rel=1e-15)
    gives("unsigned", wrong_mae=wrong, mae=MAE)
    gives("lucky", lucky_mse=50, mse=50)
    assert (-5 % 256, 251 * 251 % 256) == (251, 25)
    gives("goes_round", error=-5, byte=251)
    gives("lucky", third_square=25, numbers_in_a_byte=256)


def test_a_forecast_farther_off_ends_the_luck(gives):
    _, wrong = losses_in(8, False, [80, 95, 105])
    assert (wrong, mean([20**2, 5**2, 5**2])) == (Fraction(194, 3), 150)
    gives("farther_off", wrong_mse=approx(wrong, rel=1e-15), mse=150)


def test_the_square_of_two_hundred_goes_round_in_sixteen_bits(gives):
    assert wrapped(200**2, 16, True) == 40000 - 65536 == -25536
    gives("overflow", wrong_square=-25536, right_square=40000)
    gives("number_types", largest=2**15 - 1)
    wrong, right = mean([-25536, 25, 25]), mean_squared_error([200, 5, 5], [0, 0, 0])
    assert wrong < 0
    gives("overflow", wrong_mse=approx(wrong), mse=approx(right))


@pytest.mark.parametrize("program", ["overflow", "unsigned"])
def test_an_array_does_not_warn(ran, program):
    answer = ran(program)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_a_single_number_warns(ran):
    answer = ran("one_number_warns")
    assert answer.returncode == 0
    assert "RuntimeWarning: overflow encountered in scalar multiply" in answer.stderr


def test_a_row_minus_a_column_is_all_pairs(gives):
    pairs = [[a - b for a in (1, 2, 3)] for b in (1, 2, 3)]
    mae, mse = (mean([abs(pair) ** p for row in pairs for pair in row]) for p in (1, 2))
    assert (mae, mse) == (Fraction(8, 9), Fraction(4, 3))
    wrong_mae, wrong_mse = approx(mae, rel=1e-15), approx(mse, rel=1e-15)
    gives("broadcasting", wrong=pairs, wrong_mae=wrong_mae, wrong_mse=wrong_mse)
    right = mean_absolute_error([1, 2, 3], [[1], [2], [3]])
    assert right == 0
    gives("broadcasting", mae=right)


def test_the_apples_hide_the_broadcast(gives):
    found = gives("hidden", wrong_count=9, count=3, mae=MAE)
    assert sorted(found["wrong"].ravel()) == sorted([10, 5, -5] * 3)
    assert found["wrong_mae"] == approx(found["mae"], rel=1e-15)


def test_lengths_that_do_not_fit_stop_the_program(ran):
    answer = ran("lengths_differ")
    assert answer.returncode == 1
    assert answer.stderr.count("File ") == 1, "the traceback holds the program and nothing else"
    told = "ValueError: operands could not be broadcast together with shapes (3,) (4,)"
    assert told in answer.stderr


def test_one_gap_makes_the_mean_nan_and_leaving_it_out_changes_the_count(gives):
    rest = approx(mean_absolute_error(ACTUAL, APPLES), rel=1e-15)
    found = gives("missing", used=3, count=4, mae=rest, silent_mae=rest)
    assert math.isnan(np.mean(np.abs(found["errors"])))


def test_in_dozens_the_mse_is_the_smaller_and_the_rmse_never_is(gives):
    # s MAE = s² MSE where s = MAE / MSE
    crossing = approx(Fraction(2, 15), rel=1e-15)
    rmse = approx(root_mean_squared_error(ACTUAL, APPLES))
    dozen_mae, dozen_mse = approx(Fraction(20, 36)), approx(Fraction(50, 144))
    found = gives("units", dozen_mae=dozen_mae, dozen_mse=dozen_mse, rmse=rmse, crossing=crossing)
    assert found["dozen_mse"] < found["dozen_mae"] < found["dozen_rmse"]
    assert found["mae"] < found["rmse"]


@pytest.mark.parametrize(
    "grower, errors, mae, mse", [("steady", [2, 2, 2, 2], 2, 4), ("risky", [0, 0, 0, 6], 1.5, 9)]
)
def test_the_rankings_flip(gives, grower, errors, mae, mse):
    zeros = [0] * 4
    assert (mean_absolute_error(errors, zeros), mean_squared_error(errors, zeros)) == (mae, mse)
    gives("rankings", **{f"{grower}_mae": mae, f"{grower}_mse": mse})


def test_the_careful_function_gives_what_scikit_learn_gives(gives):
    mae, rmse = mean_absolute_error(ACTUAL, APPLES), root_mean_squared_error(ACTUAL, APPLES)
    gives("careful", careful_mae=approx(mae), careful_rmse=approx(rmse))


@pytest.mark.parametrize(
    "forecasts, complaint",
    [([[90], [95], [105]], "one forecast for each value"), ([90, 95, math.nan], "1 of 3 missing")],
)
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


def test_the_page_shows_the_published_figures(shows):
    shows("88.6667", "50.0", "64.67", "150", "-25,536", "0.8889", "1.3333", "0.5556", "0.3472")
    shows("0.1333", "7.0711", "overflow encountered in scalar multiply")
    shows("operands could not be broadcast together with shapes (3,) (4,)")
