"""Every number that the playground shows is NumPy's, written as Python writes it."""

import random
import re
import subprocess
import sys
import unicodedata
from fractions import Fraction

import numpy as np
import pytest

from tests.browser.playground import as_typed

LIMIT = 1e9
DENOMINATORS = {1, 2, 4, 5, 10, 20, 25, 50, 100}  # of a number with two digits behind the point

# All that the playground shows, after one state or several have been put into the address.
SHOWN = """hashes => hashes.map(hash => {
  history.replaceState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const seen = selector => [...document.querySelectorAll(".playground-sheet " + selector)]
    .filter(element => !element.closest("[hidden]"));
  const texts = selector => seen(selector).map(element => element.textContent);
  const read = () => ({
    fields: seen("input").map(field => field.value),
    cells: texts(".playground-table tr:first-child td:nth-child(n + 3):not(:last-child)"),
    losses: texts("dd b"),
    formulas: seen("math").map(math => math.textContent),
    sliders: seen("[role=slider]").map(each => [each.ariaValueNow, each.ariaValueText]),
    drawn: texts("svg text"),
    program: document.querySelector(".playground details .snippet code").textContent,
    verdicts: texts(".playground-duel td"),
    fits: document.documentElement.scrollWidth <= innerWidth,
  });
  const all = [read()];
  if (hash.includes("&B=")) {
    seen(".playground-duel button")[1].click();
    all.push(read());
  }
  return all;
})"""


LARGE = 1e13  # two digits behind the point of such a number are more than a float knows


def written(number, form):
    """As Python writes a number, with a power of ten as in a book where it is large."""
    if number < LARGE:
        return format(number, form)
    digits, power = f"{number:.6e}".split("e+")
    return f"{digits} × 10{power.translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def two_digits(number):
    return written(number, ",.2f")


def without_zeros(number):
    return two_digits(number).removesuffix(".00")


def with_commas(number):
    return re.sub(r"^(-?)(\d+)(?=\.|$)", lambda n: f"{n[1]}{int(n[2]):,}", as_typed(number))


def worth(text):
    """Exactly the number that is shown, or None where it is shown as a power of ten."""
    return None if "×" in text else Fraction(text.replace(",", ""))


def hash_of(state):
    actual, *sets = state
    parts = [("actual", [actual]), *zip("AB", sets)]
    return "#" + "&".join(f"{name}={','.join(map(repr, numbers))}" for name, numbers in parts)


def expected(actual, forecasts, two_digits=two_digits):
    """What a playground has to show of a set of forecasts, by NumPy and Python's formats."""
    forecasts = np.array(forecasts, dtype=float)
    residuals = actual - forecasts
    lengths, squares = np.abs(residuals), np.square(residuals)
    mae, mse = np.mean(lengths), np.mean(squares)
    with np.errstate(invalid="ignore"):
        shares = [np.nan_to_num(100 * each / each.sum()) for each in (lengths, squares)]
    cells = [
        text
        for row in zip(lengths, squares, *shares)
        for text in [*map(two_digits, row[:2]), *(f"{share:.1f}%" for share in row[2:])]
    ]
    minus = "−"
    numbers = [with_commas(number) for number in (actual, *forecasts)]
    typed = [text.replace("-", minus, text.startswith("-")) for text in numbers]
    taken = [f"({text})" if text.startswith(minus) else text for text in typed[1:]]
    misses = [abs(worth(numbers[0]) - worth(text)) for text in numbers[1:]]

    def formula(name, differences, terms, exact, loss):
        """Beside a sign of equality both sides are the same, exactly as they are shown."""
        shown, count = [without_zeros(term) for term in terms], len(terms)
        parts = [worth(text) for text in shown]
        last = worth(two_digits(loss))
        # Where a digit more was needed to see it, "about" is right as well.
        two = all(worth(text).denominator in DENOMINATORS for text in numbers)
        sign = "=" if two and parts == exact else "≈"
        ending = "=" if None not in (*parts, last) and sum(parts) == count * last else "≈"
        told = f"{'+'.join(differences)}{count}{sign}{'+'.join(shown)}{count}"
        whole = f"{name}={told}{ending}{two_digits(loss)}"
        return whole.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")).replace(" × ", "×")

    def apples(number):
        return f"{with_commas(number)} apple{'s' * (as_typed(number) != '1')}"

    return {
        "fields": [as_typed(number) for number in [actual, *forecasts]],
        "cells": cells,
        "losses": [
            two_digits(mae),
            f"{np.median(residuals):+z,.2f}",
            two_digits(mse),
            f"{np.mean(residuals):+z,.2f}",
            two_digits(np.sqrt(mse)),
        ],
        "formulas": [
            formula("MAE", [f"|{typed[0]}−{each}|" for each in taken], lengths, misses, mae),
            formula(
                "MSE",
                [f"({typed[0]}−{each})2" for each in taken],
                squares,
                [miss**2 for miss in misses],
                mse,
            ),
        ],
        "sliders": [[as_typed(actual), apples(actual)]]
        + [
            [as_typed(forecast), f"{apples(forecast)}, misses by {without_zeros(length)}"]
            for forecast, length in zip(forecasts, lengths)
        ],
    }


def printed(actual, sets):
    """What the copied program has to print: the same, but with all digits of a large number."""
    lines = []
    for forecasts in sets:
        told = expected(actual, forecasts, "{:,.2f}".format)
        mae, median, mse, mean, rmse = told["losses"]
        lines.append(f"L1 {mae}, L2 {mse}, RMSE {rmse}")
        lines += [f"best shift under L1: {median}", f"best shift under L2: {mean}"]
        for at in range(0, len(told["cells"]), 4):
            length, square, l1, l2 = told["cells"][at : at + 4]
            lines.append(f"length {length}, {l1} of L1, square {square}, {l2} of L2")
    return lines


def states(each=1):
    """Return picked states, then seeded ones of all sizes: all 510, or every `each`-th of them."""
    tiny = 5e-324
    picked = [
        (100, [90, 95, 105]),
        (0, [0.125, 0.125, 0.125]),  # ties: 0.12
        (0, [0.375, 0.375, 0.375]),  # 0.38
        (0, [-0.125, -0.625, -0.875]),
        (0, [0.005, 0.015, 0.025]),  # no ties in binary: either way
        (1.005, [2.675, 1.115, 1.125]),
        (0, [1, 1, 6]),  # shares of 12.5 and so on
        (0, [1, 3, 12]),  # 6.25%, 18.75%: ties of one digit
        (LIMIT, [-LIMIT, -LIMIT, -LIMIT]),
        (LIMIT, [-LIMIT] * 7),
        (-LIMIT, [LIMIT, LIMIT - 1, 0, 1, 2, 3, -LIMIT]),
        (LIMIT, [LIMIT, LIMIT, LIMIT]),
        (-LIMIT, [-LIMIT, -LIMIT, -LIMIT]),
        (0, [0, 0, 0]),
        (-0.0, [0.0, -0.0, 0.0]),
        (0, [0.001, -0.001, 0.0]),
        (0, [0.004, 0.004, 0.004]),  # a shift that rounds to a negative zero
        (-0.0, [0.0049, 0.0049, 0.001]),
        (tiny, [-tiny, tiny, 0]),
        (1e-200, [2e-200, 0, 1]),
        (1e-5, [1.5e-5, 1e-6, 0.0001]),
        (1e-4, [9.9e-5, 1e-10, 123e-7]),
        (1, [1, 2, 1]),
        (999999999.1234567, [-999999999.7654321, 123456789.98765432, 0.1]),
        (0.1, [0.2, 0.3, 0.1 + 0.2]),
        (100, [100, 100, 100, 106], [98, 102, 98, 102]),
        (100, [96, 104, 96], [100, 100, 112]),
        (0, [-0.0, 5, -5], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
        (100, [90, 95, LIMIT]),
        (0, [3165000, 3175000, 3185000]),  # ties of seven digits: 1.001722 and 1.008062
        (0, [3162277, 3162278, 3162277.66]),  # squares on both sides of what is large
        (0, [9999999.5, 99999.995, 999.995, 1000]),
        (100.1, [95, 93.57, 105.04, 1234567.89]),  # with two digits, equal as they are shown
        (LIMIT, [1e-10, 0.01, 999999999.99]),  # a float can't hold their differences
    ]
    chance = random.Random(20261125)
    draws = [
        lambda: chance.randint(80, 120),
        lambda: chance.randint(-800, 800) / 8,
        lambda: round(chance.uniform(-200, 200), 2),
        lambda: chance.uniform(-1, 1) * 10 ** chance.randint(-12, 9),
        lambda: chance.uniform(-LIMIT, LIMIT),
        lambda: chance.randint(-(10 ** chance.randint(4, 9)), 10**4),
        lambda: round(chance.uniform(-1e7, 1e7), chance.randint(0, 3)),
        lambda: chance.choice([0.005, 0.015, 0.045, -0.005, 2.675, 0.0, -0.0, LIMIT, -LIMIT]),
    ]
    for number in range(0, 510, each):
        draw = draws[number % len(draws)]
        sets = [[draw() for _ in range(chance.randint(3, 7))] for _ in range(1 + (number % 5 == 0))]
        picked.append((draw(), *sets))
    return picked


def exactly(text):
    """The number that is shown, and the size of its last digit."""
    digits, _, power = text.replace(",", "").partition(" × 10")
    raised = 10 ** int(unicodedata.normalize("NFKC", power) or 0)
    return Fraction(digits) * raised, Fraction(raised, 10 ** len(digits.partition(".")[2]))


def test_every_digit_of_what_is_expected_here_is_known():
    """In exact arithmetic, with the numbers that floats hold."""
    for actual, *sets in states():
        for forecasts in sets:
            lengths = [abs(Fraction(actual) - Fraction(forecast)) for forecast in forecasts]
            squares = [length**2 for length in lengths]
            wanted = expected(actual, forecasts)
            exact = [*lengths, sum(lengths) / len(lengths), *squares, sum(squares) / len(squares)]
            shown = [*wanted["cells"][::4], wanted["losses"][0]]
            shown += [*wanted["cells"][1::4], wanted["losses"][2]]
            for number, text in zip(exact, shown, strict=True):
                value, last = exactly(text)
                assert abs(value - number) < last, (text, actual, forecasts)


@pytest.mark.parametrize("each", [7, pytest.param(1, marks=pytest.mark.exhaustive)])
def test_every_shown_number_is_numpys_as_python_formats_it(sheet, each):
    all_states = states(each)
    assert len(all_states) > 500 / each
    shown = sheet.page.evaluate(SHOWN, [hash_of(state) for state in all_states])
    for (actual, *sets), seen in zip(all_states, shown):
        for forecasts, one in zip(sets, seen, strict=True):
            wanted = expected(actual, forecasts)
            for part, texts in wanted.items():
                assert one[part] == texts, (part, actual, forecasts)
            lengths = [slider[1].rpartition(" ")[2] for slider in wanted["sliders"][1:]]
            assert one["drawn"][-len(lengths) :] == lengths, (actual, forecasts)
            assert one["fits"], (actual, forecasts)
        if len(sets) == 2:
            told = [expected(actual, forecasts)["losses"][:3:2] for forecasts in sets]
            costs = [np.subtract(actual, forecasts) for forecasts in sets]
            exact = [(np.mean(np.abs(each)), np.mean(each * each)) for each in costs]
            verdicts = ["A" if a < b else "B" if b < a else "neither" for a, b in zip(*exact)]
            assert seen[0]["verdicts"] == [
                text for loss in (0, 1) for text in (told[0][loss], told[1][loss], verdicts[loss])
            ], (actual, sets)
    assert sheet.page.complaints == []


def test_the_copied_program_prints_the_same_numbers(sheet):
    chosen = states()[::27]
    assert len(chosen) >= 19
    shown = sheet.page.evaluate(SHOWN, [hash_of(state) for state in chosen])
    # One process runs them all: each in a namespace of its own, with a line between them.
    programs = [seen[0]["program"] for seen in shown]
    script = f"for program in {programs!r}: exec(program, {{}}); print('---')"
    command = [sys.executable, "-W", "error", "-c", script]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.stderr == ""
    for (actual, *sets), lines in zip(chosen, ran.stdout.split("---\n")):
        assert lines.splitlines() == printed(actual, sets), (actual, sets)
