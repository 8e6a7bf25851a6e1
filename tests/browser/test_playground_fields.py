"""The fields of the playground: numbers as a reader's language writes them, and what is none, named."""

import pytest

from tests.browser.conftest import until
from tests.browser.playground import PLAYGROUND, Playground


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
        assert fault.inner_text() == (
            f"Forecast 2: {named}. Give a number from -1,000,000 to 1,000,000. It stays 95."
        )
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


# What is typed, and what the field and the address have of it afterwards.
TYPED = {
    "en-GB": {
        "93.5": ("93.5", "93.5"),
        "1,000": ("1000", "1000"),
        "-234,567.25": ("-234567.25", "-234567.25"),
        "1,000,000.00": ("1000000", "1000000"),
        "-12,345": ("-12345", "-12345"),
        "1 000": ("1000", "1000"),
    },
    "de-DE": {
        "93,5": ("93,5", "93.5"),
        "93.5": ("93,5", "93.5"),  # as this page writes it
        "1.000": ("1000", "1000"),
        "-234.567,25": ("-234567,25", "-234567.25"),
        "1.000.000,00": ("1000000", "1000000"),
        "0.125": ("0,125", "0.125"),
        "−0,5": ("-0,5", "-0.5"),
    },
    "fr-FR": {"1 234,5": ("1234,5", "1234.5"), "1\u202f234,5": ("1234,5", "1234.5")},
    "de-CH": {"1’234.5": ("1234.5", "1234.5"), "93.5": ("93.5", "93.5")},
    "en-IN": {"1,00,000": ("100000", "100000")},
}


@pytest.mark.parametrize("locale", TYPED)
def test_a_number_is_typed_as_the_readers_language_writes_it(open_page, locale):
    sheet = Playground(open_page(PLAYGROUND, locale=locale, reduced_motion="reduce"))
    forecast = sheet.field("Forecast 2")
    for text, (shown, kept) in TYPED[locale].items():
        sheet.press("Reset")
        forecast.fill("")
        forecast.press_sequentially(text)
        assert forecast.input_value() == text  # it is left alone while it is typed
        assert sheet.slider("Forecast 2").get_attribute("aria-valuenow") == kept
        forecast.blur()
        assert forecast.input_value() == shown
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
