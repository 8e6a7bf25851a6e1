"""The playground in a real browser: what it promises to a mouse, a finger, a keyboard and an ear."""

import math
import random
import re
import subprocess
import sys
import unicodedata
from fractions import Fraction

import numpy as np
import pytest

from tests.browser.conftest import until

PAGES = {"its own page": "playground/", "the real difference": "article/real-difference/"}
LIMIT = 1e9
DENOMINATORS = {1, 2, 4, 5, 10, 20, 25, 50, 100}  # of a number with two digits behind the point
FLIP = "Two rankings that flip"

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


def as_typed(number):
    return repr(float(number) + 0.0).removesuffix(".0")


def with_commas(number):
    return re.sub(r"^(-?)(\d+)(?=\.|$)", lambda n: f"{n[1]}{int(n[2]):,}", as_typed(number))


def worth(text):
    """Exactly the number that is shown, or None where it is shown as a power of ten."""
    return None if "×" in text else Fraction(text.replace(",", ""))


def address_of(state):
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


def states():
    """More than 500 states: picked ones first, then seeded ones of all sizes."""
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
    for number in range(510):
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


@pytest.fixture
def still_page(open_page):
    """The playground's own page, where nothing moves by itself."""
    return open_page("playground/", reduced_motion="reduce")


def slider(page, name):
    return page.get_by_role("slider", name=name)


def field(page, name):
    return page.get_by_role("textbox", name=name)


def press(page, label):
    page.locator(".playground-sheet").get_by_role("button", name=label, exact=True).click()


def losses(page):
    return page.locator(".playground-sheet dd b").all_inner_texts()


def now(page, name):
    return float(slider(page, name).get_attribute("aria-valuenow"))


def go(page, hash_of_state):
    page.evaluate("hash => { location.hash = hash }", hash_of_state)


def drag(page, name, pixels, up=True):
    handle = slider(page, name)
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + pixels, y, steps=8)
    if up:
        page.mouse.up()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_without_scripts_a_figure_and_a_table_make_the_argument(open_page, path):
    page = open_page(path, java_script_enabled=False)
    root = page.locator(".playground")
    assert root.locator(".snippet-figure").is_visible()
    rows = root.locator("table tr:has(data)").all_inner_texts()
    assert len(rows) == 6 and any("17.50" in row and "662.50" in row for row in rows)
    assert not page.get_by_role("slider").count()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_the_script_takes_the_place_of_the_figure_and_shows_the_apples(open_page, path):
    page = open_page(path)
    assert page.complaints == []
    assert page.locator(".playground > .snippet > .snippet-figure").count() == 0
    assert page.get_by_role("slider").count() == 4
    assert losses(page)[::2] == ["6.67", "50.00", "7.07"]


def test_presets_are_those_of_the_static_table(open_page):
    page = open_page("playground/")
    rows = page.locator(".playground table:not([class*=playground]) tr:has(data)").evaluate_all(
        "all => all.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    assert len({row[0] for row in rows}) == 4
    for label, which, actual, forecasts, l1, l2 in rows:
        press(page, label)
        if which == "B":
            press(page, "Set B")
        fields = page.locator(".playground-sheet input:visible").evaluate_all(
            "all => all.map(field => field.value)"
        )
        assert fields == [actual, *forecasts.split(", ")], label
        assert losses(page)[:3:2] == [l1, l2], label


def test_the_script_holds_no_number_of_the_presets(published_site):
    script = (published_site / "assets/playground.js").read_text("utf-8")
    for number in ("90", "95", "105", "106", "112", "150"):
        assert not re.search(rf"(?<![\w.-]){number}(?![\w.])", script), number


def test_every_shown_number_is_numpys_as_python_formats_it(still_page):
    all_states = states()
    assert len(all_states) > 500
    shown = still_page.evaluate(SHOWN, [address_of(state) for state in all_states])
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
    assert still_page.complaints == []


def test_the_copied_program_prints_the_same_numbers(still_page):
    chosen = states()[::27]
    assert len(chosen) >= 19
    shown = still_page.evaluate(SHOWN, [address_of(state) for state in chosen])
    for (actual, *sets), seen in zip(chosen, shown):
        ran = subprocess.run(
            [sys.executable, "-W", "error", "-c", seen[0]["program"]],
            capture_output=True,
            text=True,
        )
        assert ran.stderr == ""
        assert ran.stdout.splitlines() == printed(actual, sets), (actual, sets)


def test_the_copy_buttons_copy_the_program_and_a_link_to_the_state(open_page):
    page = open_page("playground/", permissions=["clipboard-read", "clipboard-write"])
    press(page, FLIP)
    press(page, "Copy as NumPy")
    status = page.locator(".playground-status")
    assert until(lambda: status.inner_text() == "Copied the program")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.count("forecasts = np.array([") == 2
    assert "np.array([100.0, 100.0, 100.0, 106.0])" in copied
    field(page, "Forecast 4").fill("107.25")
    press(page, "Copy link")
    assert until(lambda: "107.25" in page.evaluate("navigator.clipboard.readText()"))
    link = page.evaluate("navigator.clipboard.readText()")
    other = open_page("playground/" + link.partition("playground/")[2])
    assert losses(other) == losses(page)
    assert now(other, "Forecast 4") == 107.25


def test_where_nothing_can_be_copied_it_says_so(open_page):
    page = open_page("playground/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    press(page, "Copy link")
    assert until(lambda: "did not allow" in page.locator(".playground-status").inner_text())


def test_a_broken_link_is_refused_and_named(open_page):
    for broken, named in {
        "#actual=100&A=90,x95,105": "“x95” is no number",
        "#actual=100&A=90,95": "3 to 7 forecasts",
        "#actual=100&A=1,2,3,4,5,6,7,8": "3 to 7 forecasts",
        "#actual=100&A=1,2,3&B=1,2": "3 to 7 forecasts",
        "#actual=100": "3 to 7 forecasts",
        "#actual=2e9&A=90,95,105": "“2e9” is out of range",
        "#actual=&A=90,95,105": "it is empty",
        "#actual=100&A=%E0%A4%A&B=%": "is no number",
    }.items():
        page = open_page("playground/" + broken)
        assert named in page.locator(".playground-status").inner_text(), broken
        assert losses(page)[0] == "6.67"
        assert page.complaints == []


def test_an_anchor_of_the_page_is_no_link_to_a_state(open_page):
    page = open_page("playground/#three-experiments")
    assert page.locator(".playground-status").inner_text() == ""
    assert page.url.endswith("#three-experiments")


def test_the_address_carries_the_state_after_a_pause(open_page):
    page = open_page("playground/")
    assert "#" not in page.url
    field(page, "Forecast 1").fill("91")
    assert until(lambda: page.evaluate("location.hash") == "#actual=100&A=91,95,105")


def test_a_forecast_and_the_harvest_can_be_dragged(still_page):
    before = losses(still_page)
    drag(still_page, "Forecast 1", 100)
    assert now(still_page, "Forecast 1") > 90
    assert now(still_page, "Forecast 1") % 1 == 0
    assert losses(still_page) != before
    drag(still_page, "Actual harvest", 60)
    assert now(still_page, "Actual harvest") > 100


@pytest.fixture
def phone(open_page):
    """The playground on a phone, with its drawing in view."""
    page = open_page("playground/", 390, has_touch=True, reduced_motion="reduce")
    page.evaluate("document.querySelector('.playground-stage').scrollIntoView({block: 'center'})")
    return page


def middle(page, name):
    box = slider(page, name).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def touching(page):
    """Give a function that sends what fingers do: each is where it is on the screen, by its number."""
    devtools = page.context.new_cdp_session(page)

    def touch(kind, **fingers):
        points = [{"x": x, "y": y, "id": int(n[1:])} for n, (x, y) in fingers.items()]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    return touch


PLACE = """([line, at]) =>
    document.querySelectorAll(".playground-stage " + line)[at].getBoundingClientRect().x"""


def far(page, name, pixels, move):
    """Drag a handle evenly; return its numbers, and how far from the pointer it was in the drawing."""
    box = page.locator(".playground-stage").bounding_box()
    mark = [".actual", 0] if name == "Actual harvest" else [".guide", int(name[-1]) - 1]
    (x, y), numbers, distances = middle(page, name), [], []
    for step in range(0, abs(pixels) + 1, 2):
        at = x + math.copysign(step, pixels)
        move(at, y)
        numbers.append(now(page, name))
        if box["x"] <= at <= box["x"] + box["width"]:
            distances.append(abs(page.evaluate(PLACE, mark) - at))
    return numbers, distances


def never_turns_or_leaps(numbers, sign):
    steps = [sign * (after - before) for before, after in zip(numbers, numbers[1:])]
    assert min(steps) >= 0
    # A browser takes some pixels together; they are never a fifth of the whole way.
    assert max(steps) <= 0.2 * abs(numbers[-1] - numbers[0]), steps


@pytest.mark.parametrize(
    "name, pixels, passed",
    [
        ("Forecast 3", 60, 150),
        ("Forecast 1", -60, 50),
        ("Actual harvest", 170, 150),
        ("Actual harvest", -210, 50),
    ],
)
def test_one_finger_drags_past_the_end_of_the_axis_which_gives_way(phone, name, pixels, passed):
    touch = touching(phone)
    touch("touchStart", f1=middle(phone, name))
    numbers, distances = far(phone, name, pixels, lambda *point: touch("touchMove", f1=point))
    assert (numbers[-1] - passed) * pixels > 0
    never_turns_or_leaps(numbers, math.copysign(1, pixels))
    assert len(distances) > 15 and max(distances) < 24  # it never gets out from under the finger
    touch("touchEnd")
    assert until(lambda: not phone.locator("[role=slider]:active").count())
    assert (now(phone, name) - numbers[-1]) * pixels >= 0  # it stays where it was let go
    for each in phone.get_by_role("slider").all():
        low, value, high = (
            float(each.get_attribute(f"aria-value{end}")) for end in ("min", "now", "max")
        )
        assert low <= value <= high


@pytest.mark.parametrize("name, sign, passed", [("Forecast 3", 1, 150), ("Forecast 1", -1, 50)])
def test_the_mouse_drags_past_the_axis_and_back_to_where_it_was(still_page, name, sign, passed):
    stage = still_page.locator(".playground-stage")
    stage.scroll_into_view_if_needed()
    frame, (x, y) = stage.bounding_box(), middle(still_page, name)
    edge = frame["x"] + frame["width"] * (sign > 0)
    ticks = "all => all.map(tick => tick.getAttribute('d'))"
    axis = still_page.locator(".playground-stage path.axis")
    still_page.mouse.move(x, y)
    still_page.mouse.down()
    start, before = now(still_page, name), axis.evaluate_all(ticks)
    still_page.mouse.move(x + sign * 20, y)
    assert axis.evaluate_all(ticks) == before  # where there is room it stays
    still_page.mouse.move(edge, y, steps=10)
    assert (now(still_page, name) - passed) * sign > 0
    assert axis.evaluate_all(ticks) != before
    assert abs(middle(still_page, name)[0] - edge) < 24
    still_page.mouse.move(x, y, steps=10)
    assert now(still_page, name) == start
    assert axis.evaluate_all(ticks) == before
    still_page.mouse.up()


def test_all_is_in_the_drawing_while_the_axis_gives_way(open_page):
    for width in (320, 390, 1280):
        page = open_page("playground/", width, reduced_motion="reduce")
        page.locator(".playground-stage").scroll_into_view_if_needed()
        for name, sign in (("Forecast 3", 1), ("Actual harvest", -1)):
            press(page, "Reset")
            drag(page, name, sign * width, up=False)
            inside = page.locator(".playground-stage").evaluate(
                """stage => [...stage.querySelectorAll("text, span, rect")].every(each => {
                  const [box, frame] = [each.getBoundingClientRect(), stage.getBoundingClientRect()];
                  return !box.width || box.left >= frame.left - 1 && box.right <= frame.right + 1
                    && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
                })"""
            )
            page.mouse.up()
            assert inside, (width, name)


def test_two_fingers_move_two_handles_and_each_keeps_its_own(phone):
    touch = touching(phone)
    (x1, y1), (x3, y3) = middle(phone, "Forecast 1"), middle(phone, "Forecast 3")
    touch("touchStart", f1=(x1, y1))
    touch("touchStart", f1=(x1, y1), f2=(x3, y3))
    for step in range(0, 25, 6):
        touch("touchMove", f1=(x1 + step, y1), f2=(x3 - step, y3))
    assert until(lambda: [now(phone, f"Forecast {at}") for at in (1, 2, 3)] == [91, 95, 104])
    touch("touchMove", f2=(x3 - 24, y3))  # the first finger is lifted
    touch("touchMove", f2=(x3 - 36, y3))
    assert until(lambda: [now(phone, f"Forecast {at}") for at in (1, 2, 3)] == [91, 95, 103])
    touch("touchEnd")
    assert [now(phone, f"Forecast {at}") for at in (1, 2, 3)] == [91, 95, 103]


def test_fingers_that_are_cancelled_give_each_handle_its_own_number_back(phone):
    touch = touching(phone)
    (x1, y1), (x3, y3) = middle(phone, "Forecast 1"), middle(phone, "Forecast 3")
    touch("touchStart", f1=(x1, y1))
    touch("touchStart", f1=(x1, y1), f2=(x3, y3))
    touch("touchMove", f1=(x1 + 20, y1), f2=(x3 + 30, y3))
    assert until(lambda: now(phone, "Forecast 1") > 90 and now(phone, "Forecast 3") > 105)
    touch("touchCancel")
    assert until(lambda: [now(phone, f"Forecast {at}") for at in (1, 2, 3)] == [90, 95, 105])
    touch("touchStart", f3=middle(phone, "Forecast 2"))
    touch("touchMove", f3=(middle(phone, "Forecast 2")[0] + 12, middle(phone, "Forecast 2")[1]))
    touch("touchEnd")
    assert until(lambda: now(phone, "Forecast 2") > 95)
    assert [now(phone, "Forecast 1"), now(phone, "Forecast 3")] == [90, 105]


def test_a_handle_that_is_held_belongs_to_its_first_finger(phone):
    touch = touching(phone)
    x, y = middle(phone, "Forecast 1")
    touch("touchStart", f1=(x - 8, y))
    touch("touchStart", f1=(x - 8, y), f2=(x + 8, y))
    touch("touchMove", f1=(x - 8, y), f2=(x + 60, y))
    assert now(phone, "Forecast 1") == 90
    touch("touchEnd")


def test_what_is_held_is_let_go_when_another_preset_is_chosen(still_page):
    drag(still_page, "Forecast 3", 30, up=False)
    still_page.locator("[name=preset]").nth(1).evaluate("button => button.click()")
    still_page.mouse.move(0, 0)
    assert [now(still_page, f"Forecast {at}") for at in (3, 4)] == [105, 150]
    still_page.mouse.up()
    assert [now(still_page, f"Forecast {at}") for at in (3, 4)] == [105, 150]


def test_squares_are_squares_on_their_residuals_and_bars_as_long(open_page):
    for width in (320, 390, 1280):
        page = open_page("playground/", width, reduced_motion="reduce")
        for preset in ("The apples", "One wild outlier", FLIP):
            press(page, preset)
            shapes = page.locator(".playground-stage svg")
            rectangles = shapes.locator("rect").evaluate_all(
                "all => all.map(r => ['x', 'y', 'width', 'height'].map(n => +r.getAttribute(n)))"
            )
            bars = shapes.locator(".bar").evaluate_all(
                "all => all.map(bar => bar.getAttribute('d').match(/[\\d.]+/g).map(Number))"
            )
            line = float(re.search(r"M([\d.]+)", shapes.locator(".actual").get_attribute("d"))[1])
            for left, top, wide, high in rectangles:
                assert wide == high and top >= 0
                assert math.isclose(left, line) or math.isclose(left + wide, line)
            assert sorted(abs(end - middle) for end, _, middle in bars) == pytest.approx(
                sorted(wide for *_, wide, _ in rectangles)
            )


def test_keys_move_a_forecast_and_leave_the_focus_on_it(still_page):
    for key, forecast in {
        "ArrowRight": 91, "ArrowUp": 91, "ArrowLeft": 89, "ArrowDown": 89,
        "Shift+ArrowRight": 90.1, "Shift+ArrowLeft": 89.9, "PageUp": 100, "PageDown": 80,
    }.items():  # fmt: skip
        press(still_page, "Reset")
        slider(still_page, "Forecast 1").focus()
        still_page.keyboard.press(key)
        assert now(still_page, "Forecast 1") == forecast, key
        assert still_page.evaluate("document.activeElement.ariaLabel") == "Forecast 1"


def test_home_and_end_go_to_the_ends_of_the_axis(still_page):
    handle = slider(still_page, "Forecast 2")
    ends = [float(handle.get_attribute(f"aria-value{end}")) for end in ("min", "max")]
    assert ends[0] < 90 and ends[1] > 105
    handle.focus()
    still_page.keyboard.press("Home")
    assert now(still_page, "Forecast 2") == ends[0]
    press(still_page, "Reset")
    handle.focus()
    still_page.keyboard.press("End")
    assert now(still_page, "Forecast 2") == ends[1]


def test_fine_steps_leave_no_dust_of_binary_fractions(still_page):
    slider(still_page, "Forecast 1").focus()
    for step in range(1, 25):
        still_page.keyboard.press("Shift+ArrowRight")
        assert slider(still_page, "Forecast 1").get_attribute("aria-valuenow") == as_typed(
            round(90 + step / 10, 1)
        )


def test_keys_with_ctrl_or_alt_stay_the_browsers(still_page):
    slider(still_page, "Forecast 1").focus()
    still_page.keyboard.press("Control+End")
    assert now(still_page, "Forecast 1") == 90


def test_a_handle_is_a_slider_that_tells_its_value_and_miss(still_page):
    handle = slider(still_page, "Forecast 2")
    assert handle.get_attribute("aria-valuetext") == "95 apples, misses by 5"
    assert handle.get_attribute("aria-orientation") == "horizontal"
    assert handle.get_attribute("tabindex") == "0"
    assert slider(still_page, "Actual harvest").get_attribute("aria-valuetext") == "100 apples"
    for each in still_page.get_by_role("slider").all():
        low, value, high = (
            float(each.get_attribute(f"aria-value{name}")) for name in ("min", "now", "max")
        )
        assert low <= value <= high


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_whatever_can_be_pressed_is_24_pixels_wide_and_high(open_page, width):
    page = open_page("playground/", width)
    press(page, FLIP)
    boxes = page.locator(
        ".playground-sheet :is(button, input, [role=slider]):visible"
    ).evaluate_all(
        "all => all.map(e => [e.outerHTML, e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
    )
    assert len(boxes) > 15
    assert [box for box in boxes if box[1] < 24 or box[2] < 24] == []


def test_the_focus_of_a_handle_is_seen(still_page):
    slider(still_page, "Forecast 1").focus()
    still_page.keyboard.press("ArrowRight")
    outline = "handle => getComputedStyle(handle).outlineStyle"
    assert slider(still_page, "Forecast 1").evaluate(outline) == "solid"
    assert slider(still_page, "Forecast 2").evaluate(outline) == "none"


def test_typing_shows_at_once_and_leaves_the_field_alone(still_page):
    forecast = field(still_page, "Forecast 2")
    forecast.fill("")
    forecast.press_sequentially("12.50")
    assert forecast.input_value() == "12.50"
    assert losses(still_page)[0] == two_digits((10 + 87.5 + 5) / 3)
    forecast.blur()
    assert forecast.input_value() == "12.5"


def test_what_is_no_number_in_range_is_named_beside_the_field(still_page):
    forecast = field(still_page, "Forecast 2")
    told = still_page.locator(f"#{forecast.get_attribute('aria-describedby')}")
    for typed, named in {
        "": "it is empty",
        "abc": "“abc” is no number",
        "nan": "“nan” is no number",
        "1,5": "“1,5” is no number",
        "1,0000": "“1,0000” is no number",
        "0,125": "“0,125” is no number",
        "0x10": "“0x10” is no number",
        "inf": "“inf” is out of range",
        "-Infinity": "“-Infinity” is out of range",
        "1e999": "“1e999” is out of range",
        "1000000001": "“1000000001” is out of range",
        "-1000000000.5": "“-1000000000.5” is out of range",
    }.items():
        press(still_page, "Reset")
        before = losses(still_page)
        forecast.fill(typed)
        assert told.is_visible()
        assert told.inner_text() == (
            f"Forecast 2: {named}. Give a number from -1,000,000,000 to 1,000,000,000. It stays 95."
        )
        assert forecast.get_attribute("aria-invalid") == "true"
        assert losses(still_page) == before
        assert now(still_page, "Forecast 2") == 95
        forecast.blur()
        assert forecast.input_value() == "95"
        assert forecast.get_attribute("aria-invalid") == "false"
        forecast.fill("96")
        assert not told.is_visible()
        assert now(still_page, "Forecast 2") == 96


# What is typed, and what the field and the address have of it afterwards.
TYPED = {
    "en-GB": {
        "93.5": ("93.5", "93.5"),
        "1,000": ("1000", "1000"),
        "1,234,567.25": ("1234567.25", "1234567.25"),
        "-12,345": ("-12345", "-12345"),
        "1 000": ("1000", "1000"),
    },
    "de-DE": {
        "93,5": ("93,5", "93.5"),
        "93.5": ("93,5", "93.5"),  # as this page writes it
        "1.000": ("1000", "1000"),
        "1.234.567,25": ("1234567,25", "1234567.25"),
        "0.125": ("0,125", "0.125"),
        "−0,5": ("-0,5", "-0.5"),
    },
    "fr-FR": {"1 234,5": ("1234,5", "1234.5"), "1\u202f234,5": ("1234,5", "1234.5")},
    "de-CH": {"1’234.5": ("1234.5", "1234.5"), "93.5": ("93.5", "93.5")},
    "en-IN": {"1,00,000": ("100000", "100000")},
}


@pytest.mark.parametrize("locale", TYPED)
def test_a_number_is_typed_as_the_readers_language_writes_it(open_page, locale):
    page = open_page("playground/", locale=locale, reduced_motion="reduce")
    forecast = field(page, "Forecast 2")
    for typed, (shown, kept) in TYPED[locale].items():
        press(page, "Reset")
        forecast.fill("")
        forecast.press_sequentially(typed)
        assert forecast.input_value() == typed  # it is left alone while it is typed
        assert slider(page, "Forecast 2").get_attribute("aria-valuenow") == kept
        forecast.blur()
        assert forecast.input_value() == shown
        wanted = f"#actual=100&A=90,{kept},105"
        assert until(lambda wanted=wanted: page.evaluate("location.hash") == wanted)
        assert losses(open_page("playground/" + wanted, locale=locale)) == losses(page)
    assert forecast.get_attribute("inputmode") == "decimal"


def test_a_comma_where_numbers_have_none_so_is_refused_in_words(open_page):
    page = open_page("playground/", locale="de-DE", reduced_motion="reduce")
    forecast = field(page, "Forecast 2")
    forecast.fill("93,5")
    forecast.fill("9,3,5")
    told = page.locator(f"#{forecast.get_attribute('aria-describedby')}").inner_text()
    assert told.startswith("Forecast 2: “9,3,5” is no number.") and told.endswith("It stays 93,5.")


# A browser's own translation wraps each text in <font>, and changes the words.
TRANSLATE = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) all.push(texts.currentNode);
  for (const text of all) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(text.data.replace(/[a-z]+/gi, "parole"));
  }
}"""


def test_a_page_that_the_browser_translated_works(open_page):
    page = open_page("playground/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(".playground-sheet button:visible")
    program = page.evaluate(
        "document.querySelector('.playground details .snippet code').textContent"
    )
    page.evaluate(TRANSLATE)

    def click(name, at=0):
        page.locator(f".playground-sheet button[name={name}]:visible font font").nth(at).click()

    click("preset", 1)
    assert losses(page)[0] == "17.50"
    click("add")
    assert page.get_by_role("slider").count() == 6
    click("remove", 3)
    assert page.get_by_role("slider").count() == 5
    click("reset")
    assert losses(page)[0] == "17.50"
    click("program")
    copied = "navigator.clipboard.readText()"
    assert until(lambda: "150.0" in page.evaluate(copied))
    assert page.evaluate(copied) == program.replace("105.0]", "105.0, 150.0]")
    click("link")
    assert until(lambda: page.evaluate(copied).endswith("&A=90,95,105,150"))
    click("preset", 3)
    click("set", 1)
    assert now(page, "Forecast 1") == 98
    pressed = page.locator(".playground-sheet [aria-pressed=true]")
    assert pressed.evaluate_all("all => all.map(each => each.name)") == ["preset", "set"]
    drag(page, "Forecast 1", 30)
    assert now(page, "Forecast 1") > 98
    assert button.count() > 10 and page.complaints == []


@pytest.mark.parametrize("colours", ["none", "active"], ids=["our colours", "forced colours"])
def test_presets_and_sets_say_which_is_on(open_page, colours):
    page = open_page("playground/", forced_colors=colours, reduced_motion="reduce")
    presets = page.locator("[name=preset]")
    paint = "all => all.map(b => [b.ariaPressed, getComputedStyle(b).backgroundColor])"

    def on(buttons):
        """Which of them say that they are on; those that look so must be the same."""
        seen = buttons.evaluate_all(paint)
        off = [colour for pressed, colour in seen if pressed == "false"]
        assert len(set(off)) == 1
        assert [pressed == "true" for pressed, _ in seen] == [
            colour not in off for _, colour in seen
        ]
        return [at for at, (pressed, _) in enumerate(seen) if pressed == "true"]

    assert on(presets) == [0]
    presets.nth(3).click()
    page.mouse.move(0, 0)
    assert on(presets) == [3]
    assert on(page.locator("[name=set]")) == [0]
    page.locator("[name=set]").nth(1).click()
    page.mouse.move(0, 0)
    assert on(page.locator("[name=set]")) == [1]
    assert on(presets) == [3]
    slider(page, "Forecast 1").press("ArrowRight")  # now it is another one
    assert on(presets) == []


def test_the_page_says_how_many_presets_and_sets_there_are(open_page):
    page = open_page("playground/")
    rows = page.locator(".playground table:not([class*=playground]) tr:has(data)")
    sets, presets = rows.count(), page.locator("[name=preset]").count()
    names = {4: "four", 6: "six"}
    said = page.locator(".playground ~ p").first.inner_text()
    assert f"{names[sets]} sets of forecasts" in said
    assert f"{names[presets]} presets" in said


def test_escape_brings_the_last_good_value_back(still_page):
    harvest = field(still_page, "Actual harvest")
    harvest.fill("oops")
    harvest.press("Escape")
    assert harvest.input_value() == "100"


def test_the_ends_of_the_range_and_a_printed_minus_are_taken(still_page):
    for typed, number in {"1000000000": 1e9, "-1e9": -1e9, "−5": -5}.items():
        field(still_page, "Forecast 2").fill(typed)
        assert now(still_page, "Forecast 2") == number


def test_three_to_seven_forecasts_can_be_had(still_page):
    add = still_page.get_by_role("button", name="Add a forecast")
    removes = still_page.get_by_role("button", name=re.compile("Remove"))
    assert removes.count() == 3 and all(each.is_disabled() for each in removes.all())
    for count in (5, 6, 7, 8):
        add.click()
        assert still_page.get_by_role("slider").count() == count
    assert add.is_disabled()
    assert now(still_page, "Forecast 7") == 100
    still_page.get_by_role("button", name="Remove forecast 2").click()
    assert still_page.get_by_role("slider").count() == 7
    assert now(still_page, "Forecast 2") == 105
    assert still_page.evaluate("document.activeElement.ariaLabel") == "Forecast 2"
    assert add.is_enabled()


def test_reset_brings_back_the_last_preset(still_page):
    press(still_page, "One wild outlier")
    wild = losses(still_page)
    field(still_page, "Forecast 4").fill("3")
    assert losses(still_page) != wild
    press(still_page, "Reset")
    assert losses(still_page) == wild


def test_two_sets_are_compared_and_each_loss_says_which_it_prefers(still_page):
    press(still_page, FLIP)
    rows = still_page.locator(".playground-duel tbody tr").all_inner_texts()
    assert [row.split() for row in rows] == [
        ["L1", "1.50", "2.00", "A"],
        ["L2", "9.00", "4.00", "B"],
    ]
    press(still_page, "Set B")
    assert now(still_page, "Forecast 1") == 98
    assert still_page.get_by_role("button", name="Set B").get_attribute("aria-pressed") == "true"
    press(still_page, "Equal L1, different L2")
    assert "neither" in still_page.locator(".playground-duel tbody tr").first.inner_text()


def test_changes_are_spoken_once_after_a_pause(open_page):
    page = open_page("playground/")
    page.evaluate(
        """() => {
          window.spoken = [];
          new MutationObserver(() => spoken.push(document.querySelector("[role=status]").textContent))
            .observe(document.querySelector("[role=status]"), {childList: true});
        }"""
    )
    slider(page, "Forecast 1").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("spoken") == []
    assert until(lambda: page.evaluate("spoken"))
    assert page.evaluate("spoken") == ["L1 5.00, L2 25.00, RMSE 5.00"]
    live = page.locator(".playground :is([role=status], [role=alert], [aria-live], output)")
    assert live.count() == 1


def test_a_finger_drags_sideways_and_scrolls_up_and_down(open_page):
    page = open_page("playground/", 390, has_touch=True, reduced_motion="reduce")
    page.evaluate("document.querySelector('.playground-stage').scrollIntoView()")
    devtools = page.context.new_cdp_session(page)

    def swipe(across, down):
        box = slider(page, "Forecast 1").bounding_box()
        x, y = box["x"] + 22, box["y"] + 22
        for step in range(10):
            kind = "touchMove" if step else "touchStart"
            point = {"x": x + across * step, "y": y + down * step}
            devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    before = page.evaluate("scrollY")
    swipe(across=8, down=0)
    assert until(lambda: now(page, "Forecast 1") > 92)
    assert page.evaluate("scrollY") == before

    moved = now(page, "Forecast 1")
    swipe(across=0, down=-12)
    assert until(lambda: page.evaluate("scrollY") > before + 50)
    assert now(page, "Forecast 1") == moved


def test_nothing_moves_by_itself_whether_motion_is_reduced_or_not(open_page):
    for motion in ("reduce", "no-preference"):
        page = open_page("playground/", reduced_motion=motion)
        frames = page.evaluate(
            """() => {
              let frames = 0;
              const ask = window.requestAnimationFrame;
              window.requestAnimationFrame = step => { frames += 1; return ask(step); };
              const button = [...document.querySelectorAll(".playground-sheet button")]
                .find(each => each.textContent === "One wild outlier");
              button.click();
              const moving = document.getAnimations()
                .filter(each => each.effect.target.closest(".playground-stage"));
              return frames + moving.length;
            }"""
        )
        assert frames == 0


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_l1_and_l2_keep_their_colours_and_their_signs(open_page, palette):
    page = open_page("playground/", palette=palette)
    accents = page.evaluate(
        "['--l1', '--l2'].map(name => getComputedStyle(document.body).getPropertyValue(name))"
    )
    colours = page.evaluate(
        """accents => {
          const probe = document.body.appendChild(document.createElement("i"));
          return accents.map(accent => (probe.style.color = accent, getComputedStyle(probe).color));
        }""",
        accents,
    )
    bar = page.locator(".playground-stage .bar").first
    square = page.locator(".playground-stage rect").first
    assert bar.evaluate("each => getComputedStyle(each).stroke") == colours[0]
    assert square.evaluate("each => getComputedStyle(each).stroke") == colours[1]
    for kind, is_square in (("l1", False), ("l2", True)):
        for sign in page.locator(f".playground-sheet .{kind} > i:visible").all():
            box = sign.bounding_box()
            assert math.isclose(box["width"], box["height"], rel_tol=0.1) == is_square


def test_forced_colours_leave_every_shape_to_be_seen(open_page):
    page = open_page("playground/", forced_colors="active")
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for shape, paint in (
        (".bar", "stroke"),
        ("rect", "stroke"),
        (".actual", "stroke"),
        ("text", "fill"),
    ):
        colour = page.locator(f".playground-stage {shape}").first.evaluate(
            f"each => getComputedStyle(each).{paint}"
        )
        assert colour not in (canvas, "none"), shape
    handle = slider(page, "Forecast 1").locator("span")
    assert handle.evaluate("each => getComputedStyle(each).borderColor") != canvas


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen_whatever_the_numbers(open_page, path, width):
    for state in ("", "#actual=1000000000&A=-1000000000,-999999999.1234567,0.1,1,2,3,4"):
        page = open_page(path + state, width, reduced_motion="reduce")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        inside = page.locator(".playground-stage").evaluate(
            """stage => [...stage.querySelectorAll("text, span, rect")].every(each => {
              const [box, frame] = [each.getBoundingClientRect(), stage.getBoundingClientRect()];
              return !box.width || box.left >= frame.left - 1 && box.right <= frame.right + 1;
            })"""
        )
        assert inside, (width, state)


CUT = """() => [...document.querySelectorAll(".playground-sheet .formula-box")]
  .map(box => box.scrollWidth > box.clientWidth)"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_formulas_break_at_a_sign_and_are_not_cut(open_page, width):
    page = open_page("playground/", width, reduced_motion="reduce")
    for number in range(page.locator("[name=preset]").count()):
        page.locator("[name=preset]").nth(number).click()
        assert page.evaluate(CUT) == [False, False]
    for state in ("#actual=100&A=90,95,105,150,81,119,99.5", "#actual=1000000&A=0,1,2,3,4,5,-6"):
        go(page, state)
        assert until(lambda: page.get_by_role("slider").count() == 8)
        assert page.evaluate(CUT) == [False, False], state


def test_what_is_wider_than_its_box_shows_that_it_scrolls(open_page):
    """At an edge with more behind it there is a shade, and none at an edge with nothing behind it."""
    page = open_page(
        "playground/#actual=1000000000&A=-1000000000,1,2", 320, reduced_motion="reduce"
    )
    table = page.locator(".playground-scroll")
    assert table.evaluate("box => box.scrollWidth > box.clientWidth")
    table.evaluate("box => { box.firstElementChild.style.visibility = 'hidden'; }")
    table.scroll_into_view_if_needed()

    def edges():
        box = table.bounding_box()
        ends = box["x"] + 1, box["x"] + box["width"] - 3
        return [
            page.screenshot(clip={"x": x, "y": box["y"] + 9, "width": 2, "height": 2}) for x in ends
        ]

    plain, shaded = edges()
    assert plain != shaded
    table.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    left, right = edges()
    assert right == plain and left != plain


def test_the_drawing_follows_the_width_of_its_page(open_page):
    page = open_page("playground/")
    page.set_viewport_size({"width": 500, "height": 900})
    svg = page.locator(".playground-stage svg")
    assert until(lambda: page.evaluate("document.documentElement.scrollWidth") <= 500)
    ends = "svg => svg.querySelector('.axis').getAttribute('d').split('H')[1] - svg.clientWidth"
    assert until(lambda: abs(svg.evaluate(ends)) < 1)


def test_both_pages_hold_the_same_static_playground(open_page):
    texts = [
        open_page(path, java_script_enabled=False).locator(".playground table").inner_text()
        for path in PAGES.values()
    ]
    assert texts[0] == texts[1]


def test_it_comes_in_one_piece_and_pushes_little_about(open_page):
    shifts = """window.shifts = [];
        new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => e.value)))
          .observe({type: "layout-shift", buffered: true});"""
    page = open_page("playground/", width=412, before=shifts)
    # Below 0.1 a page is called stable (the measure of Cumulative Layout Shift).
    assert sum(page.evaluate("window.shifts")) < 0.1
