"""The playground as a test uses it: its handles, fields, buttons and losses, by their names."""

import math

from tests.navigation import address_with

PLAYGROUND = address_with("/three_experiments.py")  # its own page
# Of a handle, both at the same moment.
NUMBER_AND_PLACE = """([name, mark, at]) => [
  document.querySelector(`.playground-stage [aria-label="${name}"]`).ariaValueNow,
  document.querySelectorAll(`.playground-stage ${mark}`)[at].getBoundingClientRect().x,
]"""
# To a state.
GO = """hash => {
  history.replaceState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}"""


def as_typed(number: float) -> str:
    """Return a number with every digit, as the playground writes it where it can be edited."""
    return repr(float(number) + 0.0).removesuffix(".0")


class Playground:
    """The playground of an open page."""

    def __init__(self, page):
        """Take the page, as Playwright has it."""
        self.page = page
        self.sheet = page.locator(".playground-sheet")
        self.stage = page.locator(".playground-stage")
        self.sliders = self.sheet.get_by_role("slider")
        self.status = page.locator(".playground-status")

    def slider(self, name):
        return self.sheet.get_by_role("slider", name=name)

    def field(self, name):
        return self.sheet.get_by_role("textbox", name=name)

    def fault_of(self, name):
        """Return what stands below the field of a name where its text is no number."""
        return self.page.locator(f"#{self.field(name).get_attribute('aria-describedby')}")

    def press(self, label):
        self.sheet.get_by_role("button", name=label, exact=True).click()

    def go(self, hash_of_state):
        """Follow a link to a state."""
        self.page.evaluate(GO, hash_of_state)

    def losses(self):
        return self.sheet.locator("dd b").all_inner_texts()

    def now(self, name):
        return float(self.slider(name).get_attribute("aria-valuenow"))

    def forecasts(self):
        return [self.now(f"Forecast {at}") for at in range(1, self.sliders.count())]

    def ends(self, handle):
        """Return the least number of a handle on the axis, its number, and the most."""
        return [float(handle.get_attribute(f"aria-value{end}")) for end in ("min", "now", "max")]

    def middle(self, name):
        box = self.slider(name).bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def drag(self, name, pixels, up=True):
        """Pull a handle with the mouse, and let it go or not."""
        self.slider(name).scroll_into_view_if_needed()
        x, y = self.middle(name)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + pixels, y, steps=8)
        if up:
            self.page.mouse.up()

    def touch(self, kind, **fingers):
        """Send what fingers do: each is where it is on the screen, by its number."""
        if not hasattr(self, "devtools"):
            self.devtools = self.page.context.new_cdp_session(self.page)
        points = [{"x": x, "y": y, "id": int(n[1:])} for n, (x, y) in fingers.items()]
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def swipe(self, x, y, across, down):
        """Let a finger go from a place, in ten steps."""
        self.touch("touchStart", f1=(x, y))
        for step in range(1, 10):
            self.touch("touchMove", f1=(x + step * across, y + step * down))
        self.touch("touchEnd")

    def pull(self, name, pixels, move):
        """Drag a handle evenly; return its numbers, and how far the mark of it was from the pointer."""
        box = self.stage.bounding_box()
        mark = [".actual", 0] if name == "Actual harvest" else [".guide", int(name[-1]) - 1]
        (x, y), numbers, distances = self.middle(name), [], []
        for step in range(0, abs(pixels) + 1, max(2, abs(pixels) // 40)):
            at = x + math.copysign(step, pixels)
            move(at, y)
            number, place = self.page.evaluate(NUMBER_AND_PLACE, [name, *mark])
            numbers.append(float(number))
            if box["x"] <= at <= box["x"] + box["width"]:
                distances.append(abs(place - at))
        return numbers, distances
