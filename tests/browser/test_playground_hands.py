"""The playground under a mouse, a finger and a key: a handle goes where it is moved, and is a slider.

Its fields take numbers as a reader's language writes them, and what is none is named.
"""

import math

import pytest

from tests.browser.conftest import until
from tests.browser.playground import PLAYGROUND, Playground, as_typed

PAST = [("Forecast 3", 60, 150), ("Forecast 1", -60, 50)]
PAST += [("Actual harvest", 170, 150), ("Actual harvest", -210, 50)]
# What is typed, as a language or this page writes it, and what the address has of it afterwards.
TYPED = {
    "en-GB": {"93.5": "93.5", "1,000": "1000", "-234,567.25": "-234567.25", "1,000,000.00": "1000000", "-12,345": "-12345", "1 000": "1000"},
    "de-DE": {"93,5": "93.5", "93.5": "93.5", "1.000": "1000", "-234.567,25": "-234567.25", "1.000.000,00": "1000000", "0.125": "0.125", "−0,5": "-0.5"},
    "fr-FR": {"1 234,5": "1234.5", "1\u202f234,5": "1234.5"},
    "de-CH": {"1’234.5": "1234.5", "93.5": "93.5"},
    "en-IN": {"1,00,000": "100000"},
}  # fmt: skip
COMMA = {"de-DE", "fr-FR"}  # stands there behind the ones
# Types a text letter by letter; gives what the field holds after each.
TYPE = """(field, text) => [...text].map((_, at) => {
  field.value = text.slice(0, at + 1);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return field.value;
})"""


@pytest.fixture
def phone(open_page):
    """The playground on a phone, with its drawing in view."""
    phone = Playground(open_page(PLAYGROUND, 390, has_touch=True, reduced_motion="reduce"))
    phone.stage.evaluate("stage => stage.scrollIntoView({block: 'center'})")
    return phone


def test_keys_move_a_forecast_leave_the_focus_on_it_and_no_dust_of_binary_fractions(sheet):
    handle = sheet.slider("Forecast 1")
    low, _, high = sheet.ends(handle)
    assert low < 90 and high > 105 and handle.get_attribute("aria-orientation") == "horizontal"
    for key, forecast in {
        "ArrowRight": 91, "ArrowUp": 91, "ArrowLeft": 89, "ArrowDown": 89,
        "Shift+ArrowRight": 90.1, "Shift+ArrowLeft": 89.9, "PageUp": 100, "PageDown": 80,
        "Home": low, "End": high, "Control+End": 90, "Alt+ArrowUp": 90,  # those are the browser's
    }.items():  # fmt: skip
        sheet.press("Reset")
        handle.focus()
        sheet.page.keyboard.press(key)
        assert sheet.now("Forecast 1") == forecast, key
        assert sheet.page.evaluate("document.activeElement.ariaLabel") == "Forecast 1"
    sheet.page.keyboard.press("ArrowRight")
    outline = "handle => getComputedStyle(handle).outlineStyle"
    assert handle.evaluate(outline) == "solid"
    assert sheet.slider("Forecast 2").evaluate(outline) == "none"
    sheet.press("Reset")
    handle.focus()
    for step in range(1, 25):
        sheet.page.keyboard.press("Shift+ArrowRight")
        assert handle.get_attribute("aria-valuenow") == as_typed(round(90 + step / 10, 1))


@pytest.mark.parametrize("name, pixels, passed", PAST)
def test_one_finger_drags_past_the_end_of_the_axis_which_gives_way(phone, name, pixels, passed):
    sign = math.copysign(1, pixels)
    phone.touch("touchStart", f1=phone.middle(name))
    numbers, distances = phone.pull(name, pixels, lambda *at: phone.touch("touchMove", f1=at))
    assert (numbers[-1] - passed) * sign > 0
    steps = [sign * (after - before) for before, after in zip(numbers, numbers[1:])]
    assert min(steps) >= 0, "it turns"
    # A browser takes some pixels together; they are never a fifth of the whole way.
    assert max(steps) <= 0.2 * abs(numbers[-1] - numbers[0]), steps
    assert len(distances) > 15 and max(distances) < 24  # it never gets out from under the finger
    phone.touch("touchEnd")
    assert until(lambda: not phone.page.locator("[role=slider]:active").count())
    assert (phone.now(name) - numbers[-1]) * sign >= 0  # it stays where it was let go
    for each in phone.sliders.all():
        low, value, high = phone.ends(each)
        assert low <= value <= high


@pytest.mark.parametrize("name, sign, passed", [("Forecast 3", 1, 150), ("Forecast 1", -1, 50)])
def test_the_mouse_drags_past_the_axis_and_back_to_where_it_was(sheet, name, sign, passed):
    sheet.stage.scroll_into_view_if_needed()
    frame, (x, y), mouse = sheet.stage.bounding_box(), sheet.middle(name), sheet.page.mouse
    edge = frame["x"] + frame["width"] * (sign > 0)
    axis = sheet.stage.locator("path.axis")
    ticks = "all => all.map(tick => tick.getAttribute('d'))"
    mouse.move(x, y)
    mouse.down()
    start, before = sheet.now(name), axis.evaluate_all(ticks)
    mouse.move(x + sign * 20, y)
    assert axis.evaluate_all(ticks) == before  # where there is room it stays
    mouse.move(edge, y, steps=10)
    assert (sheet.now(name) - passed) * sign > 0
    assert axis.evaluate_all(ticks) != before
    assert abs(sheet.middle(name)[0] - edge) < 24
    mouse.move(x, y, steps=10)
    assert sheet.now(name) == start
    assert axis.evaluate_all(ticks) == before
    mouse.up()


def test_two_fingers_move_two_handles_and_a_handle_belongs_to_its_first(phone):
    (x1, y1), (x3, y3) = phone.middle("Forecast 1"), phone.middle("Forecast 3")
    phone.touch("touchStart", f1=(x1 - 8, y1))
    phone.touch("touchStart", f1=(x1 - 8, y1), f2=(x1 + 8, y1))
    phone.touch("touchMove", f1=(x1 - 8, y1), f2=(x1 + 60, y1))
    assert phone.now("Forecast 1") == 90
    phone.touch("touchEnd")
    phone.touch("touchStart", f1=(x1, y1))
    phone.touch("touchStart", f1=(x1, y1), f2=(x3, y3))
    for step in range(0, 25, 6):
        phone.touch("touchMove", f1=(x1 + step, y1), f2=(x3 - step, y3))
    assert until(lambda: phone.forecasts() == [91, 95, 104])
    phone.touch("touchMove", f2=(x3 - 24, y3))  # the first finger is lifted
    phone.touch("touchMove", f2=(x3 - 36, y3))
    assert until(lambda: phone.forecasts() == [91, 95, 103])
    phone.touch("touchEnd")
    assert phone.forecasts() == [91, 95, 103]


def test_fingers_that_are_cancelled_give_each_handle_its_own_number_back(phone):
    (x1, y1), (x3, y3) = phone.middle("Forecast 1"), phone.middle("Forecast 3")
    phone.touch("touchStart", f1=(x1, y1))
    phone.touch("touchStart", f1=(x1, y1), f2=(x3, y3))
    phone.touch("touchMove", f1=(x1 + 20, y1), f2=(x3 + 30, y3))
    assert until(lambda: phone.now("Forecast 1") > 90 and phone.now("Forecast 3") > 105)
    phone.touch("touchCancel")
    assert until(lambda: phone.forecasts() == [90, 95, 105])
    x, y = phone.middle("Forecast 2")
    phone.touch("touchStart", f3=(x, y))
    phone.touch("touchMove", f3=(x + 12, y))
    phone.touch("touchEnd")
    assert until(lambda: phone.now("Forecast 2") > 95)
    assert [phone.now("Forecast 1"), phone.now("Forecast 3")] == [90, 105]


def test_a_handle_is_let_go_when_another_preset_is_chosen(sheet):
    sheet.drag("Forecast 3", 30, up=False)
    sheet.page.locator("[name=preset]").nth(1).evaluate("button => button.click()")
    sheet.page.mouse.move(0, 0)
    assert sheet.forecasts()[2:] == [105, 150]
    sheet.page.mouse.up()
    assert sheet.forecasts()[2:] == [105, 150]


def test_a_finger_drags_sideways_and_scrolls_up_and_down(phone):
    phone.stage.evaluate("stage => stage.scrollIntoView()")
    before = phone.page.evaluate("scrollY")
    phone.swipe(*phone.middle("Forecast 1"), 8, 0)
    assert until(lambda: phone.now("Forecast 1") > 92)
    assert phone.page.evaluate("scrollY") == before
    moved = phone.now("Forecast 1")
    phone.swipe(*phone.middle("Forecast 1"), 0, -12)
    assert until(lambda: phone.page.evaluate("scrollY") > before + 50)
    assert phone.now("Forecast 1") == moved


def test_typing_shows_at_once_and_leaves_the_field_alone(sheet):
    assert "#" not in sheet.page.url
    forecast = sheet.field("Forecast 2")
    forecast.fill("")
    forecast.press_sequentially("12.50")
    assert forecast.input_value() == "12.50"
    assert sheet.losses()[0] == f"{(10 + 87.5 + 5) / 3:.2f}"
    forecast.blur()
    assert forecast.input_value() == "12.5"
    # After a pause, the address carries it.
    assert until(lambda: sheet.page.evaluate("location.hash") == "#actual=100&A=90,12.5,105")
    forecast.fill("oops")
    forecast.press("Escape")
    assert forecast.input_value() == "12.5"


def test_what_is_no_number_in_range_is_named_beside_the_field(sheet):
    forecast, fault = sheet.field("Forecast 2"), sheet.fault_of("Forecast 2")
    for text, named in {
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
        "1000001": "“1000001” is out of range",
        "-1000000.5": "“-1000000.5” is out of range",
    }.items():
        sheet.press("Reset")
        before = sheet.losses()
        forecast.fill(text)
        said = f"Forecast 2: {named}. Give a number from -1,000,000 to 1,000,000. It stays 95."
        assert fault.inner_text() == said
        assert fault.is_visible() and forecast.get_attribute("aria-invalid") == "true"
        assert sheet.losses() == before and sheet.now("Forecast 2") == 95
        forecast.blur()
        assert forecast.input_value() == "95"
        assert forecast.get_attribute("aria-invalid") == "false"
        forecast.fill("96")
        assert not fault.is_visible() and sheet.now("Forecast 2") == 96
    for text, number in {"1000000": 1e6, "-1e6": -1e6, "−5": -5}.items():
        forecast.fill(text)
        assert sheet.now("Forecast 2") == number, text


@pytest.mark.parametrize("locale", TYPED)
def test_a_number_is_typed_as_the_readers_language_writes_it(open_page, locale):
    sheet = Playground(open_page(PLAYGROUND, locale=locale, reduced_motion="reduce"))
    forecast = sheet.field("Forecast 2")
    for text, kept in TYPED[locale].items():
        sheet.press("Reset")
        forecast.fill("")
        # It is left alone while it is typed.
        assert forecast.evaluate(TYPE, text) == [text[:end] for end in range(1, len(text) + 1)]
        assert sheet.slider("Forecast 2").get_attribute("aria-valuenow") == kept
        forecast.blur()
        assert forecast.input_value() == kept.replace(".", "," if locale in COMMA else ".")
    link, losses = f"#actual=100&A=90,{kept},105", sheet.losses()
    assert until(lambda: sheet.page.evaluate("location.hash") == link)
    sheet.press("Reset")
    sheet.go(link)
    assert sheet.losses() == losses
    assert forecast.get_attribute("inputmode") == "decimal"
    if locale == "de-DE":  # a comma where numbers have none so is refused in words
        forecast.fill("93,5")
        forecast.fill("9,3,5")
        fault = sheet.fault_of("Forecast 2").inner_text()
        assert fault.startswith("Forecast 2: “9,3,5” is no number.")
        assert fault.endswith("It stays 93,5.")
