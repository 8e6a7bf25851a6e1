"""Where the system chooses all colours: what is drawn is there, and says what it says elsewhere."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import until
from tests.navigation import address_with


def ink(page, x, y, width, height) -> float:
    """Return which part of a place on the page is not as the paper around it."""
    clip = {"x": x, "y": y, "width": width, "height": height}
    picture = Image.open(BytesIO(page.screenshot(clip=clip))).convert("L")
    paper = Image.open(BytesIO(page.screenshot(clip=clip | {"width": 1, "height": 1})))
    ground = paper.convert("L").getpixel((0, 0))
    return float(np.mean(np.abs(np.asarray(picture, float) - ground) > 100))


@pytest.fixture(params=["light", "dark"])
def opened(request, open_page):
    def opened(path):
        page = open_page(
            path, palette=request.param, forced_colors="active", reduced_motion="reduce"
        )
        assert until(lambda: page.evaluate("document.fonts.status == 'loaded'"))
        return page

    return opened


def test_the_switch_shows_whether_it_is_on(opened):
    page = opened(address_with("#!value"))
    switch = page.locator(".origins")
    switch.scroll_into_view_if_needed()
    box = switch.bounding_box()
    half = {"width": 13, "height": box["height"]}
    left, right = ({"x": box["x"] + at, "y": box["y"]} | half for at in (1, 14))
    off = [ink(page, **left), ink(page, **right)]
    switch.evaluate("switch_ => switch_.click()")
    on = [ink(page, **left), ink(page, **right)]
    assert off[0] > 1.5 * off[1]
    assert on[1] > 1.5 * on[0]


def test_the_mark_of_each_loss_is_drawn(opened):
    page = opened(address_with("| **L1 loss**{ .l1 } | **L2 loss**{ .l2 } |"))
    for loss, least in {"l1": 0.1, "l2": 0.25}.items():
        box = page.locator(f"table strong.{loss}").first.bounding_box()
        mark = {"x": box["x"] - 1, "y": box["y"], "width": 12, "height": box["height"]}
        assert ink(page, **mark) > least


def test_the_arrow_and_the_icon_of_what_is_folded_away_are_drawn(opened):
    page = opened(address_with("\n??? "))
    summary = page.locator("details:not(.snippet-program) > summary").first
    summary.scroll_into_view_if_needed()
    box = summary.bounding_box()
    for x in (box["x"] + 4, box["x"] + box["width"] - 32):
        place = {"x": x, "y": box["y"] + 4, "width": 28, "height": box["height"] - 8}
        assert ink(page, **place) > 0.01
