"""Every number that the playground shows is what its program prints, run on the same numbers."""

import contextlib
import io
import random
import re
from fractions import Fraction

import pytest

from drift.run.approval import MINUS
from tests.browser.playground import as_typed
from tests.navigation import SNIPPETS, SOURCES, page_with

PAGE = SOURCES[page_with('class="playground"')]
NAME = re.search(r'"The same numbers from NumPy"\s+```python\s+--8<-- "(.+)"', PAGE)[1]
SOURCE = (SNIPPETS / NAME).read_text("utf-8")
LIMIT = 1e6
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


def with_commas(number):
    return re.sub(r"^(-?)(\d+)(?=\.|$)", lambda n: f"{n[1]}{int(n[2]):,}", as_typed(number))


def worth(text):
    """Exactly the number that is shown."""
    return Fraction(text.replace(",", ""))


def hash_of(state):
    actual, *sets = state
    parts = [("actual", [actual]), *zip("AB", sets)]
    return "#" + "&".join(f"{name}={','.join(map(repr, numbers))}" for name, numbers in parts)


def program(actual, forecasts):
    """The program of the page with other numbers in it."""
    actual, *forecasts = (str(float(number) + 0.0) for number in (actual, *forecasts))
    source = re.sub(r"(?m)^actual = .*", f"actual = {actual}", SOURCE)
    return source.replace("[90.0, 95.0, 105.0]", f"[{', '.join(forecasts)}]")


def run(actual, forecasts):
    """Return the variables of the program, and the numbers that it prints, as they are shown."""
    found, output = {}, io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(program(actual, forecasts), found)
    return found, re.findall(r"[+-]?[\d,]+\.\d+%?", output.getvalue())


def expected(actual, forecasts):
    """What a playground has to show of a set of forecasts, by what the program prints."""
    _, (mae, mse, rmse, median, mean, *table) = run(actual, forecasts)
    rows = [table[at : at + 4] for at in range(0, len(table), 4)]
    lengths, squares = ([row[at].removesuffix(".00") for row in rows] for at in (0, 2))
    median, mean = (text.replace("-", MINUS) for text in (median, mean))
    numbers = [with_commas(number) for number in (actual, *forecasts)]
    typed = [text.replace("-", MINUS, text.startswith("-")) for text in numbers]
    taken = [f"({text})" if text.startswith(MINUS) else text for text in typed[1:]]
    misses = [abs(worth(numbers[0]) - worth(text)) for text in numbers[1:]]

    def formula(name, differences, terms, exact, loss):
        """Beside a sign of equality both sides are the same, exactly as they are shown."""
        parts, last, count = [worth(text) for text in terms], worth(loss), len(terms)
        # Where a digit more was needed to see it, "about" is right as well.
        two = all(worth(text).denominator in DENOMINATORS for text in numbers)
        sign = "=" if two and parts == exact else "≈"
        ending = "=" if sum(parts) == count * last else "≈"
        told = f"{'+'.join(differences)}{count}{sign}{'+'.join(terms)}{count}"
        return f"{name}={told}{ending}{loss}"

    told = zip(numbers, (actual, *forecasts))
    apples = [f"{text} apple{'s' * (number != 1)}" for text, number in told]
    values = [f"{text}, misses by {length}" for text, length in zip(apples[1:], lengths)]
    fields = [*map(as_typed, (actual, *forecasts))]
    l1 = [f"|{typed[0]}−{each}|" for each in taken]
    l2 = [f"({typed[0]}−{each})2" for each in taken]
    mae_told = formula("MAE", l1, lengths, misses, mae)
    mse_told = formula("MSE", l2, squares, [miss**2 for miss in misses], mse)
    return {
        "fields": fields,
        "cells": [text for length, l1, square, l2 in rows for text in (length, square, l1, l2)],
        "losses": [mae, median, mse, mean, rmse],
        "formulas": [mae_told, mse_told],
        "sliders": [list(pair) for pair in zip(fields, [apples[0], *values])],
        "drawn": lengths,
    }


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
        (999999.1234567, [-999999.7654321, 123456.98765432, 0.1]),
        (0.1, [0.2, 0.3, 0.1 + 0.2]),
        (100, [100, 100, 100, 106], [98, 102, 98, 102]),
        (100, [96, 104, 96], [100, 100, 112]),
        (0, [-0.0, 5, -5], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
        (100, [90, 95, LIMIT]),
        (0, [999999.5, 99999.995, 999.995, 1000]),
        (100.1, [95, 93.57, 105.04, 234567.89]),  # with two digits, equal as they are shown
        (LIMIT, [1e-10, 0.01, 999999.99]),  # a float can't hold their differences
    ]
    chance = random.Random(20261125)
    draws = [
        lambda: chance.randint(80, 120),
        lambda: chance.randint(-800, 800) / 8,
        lambda: round(chance.uniform(-200, 200), 2),
        lambda: chance.uniform(-1, 1) * 10 ** chance.randint(-12, 6),
        lambda: chance.uniform(-LIMIT, LIMIT),
        lambda: chance.randint(-(10 ** chance.randint(4, 6)), 10**4),
        lambda: round(chance.uniform(-LIMIT, LIMIT), chance.randint(0, 3)),
        lambda: chance.choice([0.005, 0.015, 0.045, -0.005, 2.675, 0.0, -0.0, LIMIT, -LIMIT]),
    ]
    for number in range(0, 510, each):
        draw = draws[number % len(draws)]
        sets = [[draw() for _ in range(chance.randint(3, 7))] for _ in range(1 + (number % 5 == 0))]
        picked.append((draw(), *sets))
    return picked


def test_every_digit_of_what_is_expected_here_is_known():
    """In exact arithmetic, with the numbers that floats hold."""
    for actual, *sets in states():
        for forecasts in sets:
            lengths = [abs(Fraction(actual) - Fraction(forecast)) for forecast in forecasts]
            squares = [length**2 for length in lengths]
            exact = [sum(lengths) / len(lengths), sum(squares) / len(squares), *lengths, *squares]
            _, (mae, mse, _, _, _, *table) = run(actual, forecasts)
            for number, text in zip(exact, [mae, mse, *table[::4], *table[2::4]], strict=True):
                assert abs(worth(text) - number) < Fraction(1, 100), (text, actual, forecasts)


@pytest.mark.parametrize("each", [7, pytest.param(1, marks=pytest.mark.exhaustive)])
def test_every_shown_number_is_what_the_program_prints_that_can_be_copied(sheet, each):
    all_states = states(each)
    assert len(all_states) > 500 / each
    shown = sheet.page.evaluate(SHOWN, [hash_of(state) for state in all_states])
    for (actual, *sets), seen in zip(all_states, shown, strict=True):
        for forecasts, one in zip(sets, seen, strict=True):
            one["drawn"] = one["drawn"][-len(forecasts) :]
            for part, texts in expected(actual, forecasts).items():
                assert one[part] == texts, (part, actual, forecasts)
            assert one["program"] == "\n\n".join(program(actual, each) for each in sets)
            assert one["fits"], (actual, forecasts)
        if len(sets) == 2:
            told, verdicts = [run(actual, forecasts) for forecasts in sets], []
            for at, loss in enumerate(("mae", "mse")):
                a, b = (found[loss] for found, _ in told)
                better = "A" if a < b else "B" if b < a else "neither"
                verdicts += [told[0][1][at], told[1][1][at], better]
            assert seen[0]["verdicts"] == verdicts, (actual, sets)
    assert sheet.page.complaints == []
