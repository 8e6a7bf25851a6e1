"""The dev container is set up by the commands of the Makefile, and by no others."""

import json
import re

import chromium
from tests.conftest import PROJECT

TEXT = (PROJECT / ".devcontainer" / "devcontainer.json").read_text("utf-8")
CONTAINER = json.loads(re.sub(r"^\s*//.*$", "", TEXT, flags=re.MULTILINE))


def test_it_runs_what_the_makefile_runs():
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    for variable in ("PYTHON", "RUN"):
        value = re.search(rf"^{variable} [?:]= (.*)$", makefile, re.MULTILINE)[1]
        makefile = makefile.replace(f"$({variable})", value)
    recipes = [line.strip().removeprefix("@") for line in makefile.splitlines()]
    for command in CONTAINER["postCreateCommand"].split(" && "):
        assert command in recipes, command


def test_its_browser_is_the_one_that_is_looked_for():
    command = CONTAINER["onCreateCommand"]
    assert command.endswith("apt-get install --yes --no-install-recommends chromium")
    assert "chromium" in chromium.NAMES


def test_it_has_a_python_of_this_project_and_a_version_that_does_not_move():
    image = r"mcr\.microsoft\.com/devcontainers/python:\d+\.\d+\.\d+-3\.(\d+)-\w+"
    assert 11 <= int(re.fullmatch(image, CONTAINER["image"])[1]) <= 14


def test_the_served_site_can_be_opened():
    assert CONTAINER["forwardPorts"] == [8000]


def test_it_installs_nothing_into_the_editor():
    assert CONTAINER.keys() <= {
        "name", "image", "onCreateCommand", "postCreateCommand", "forwardPorts",
    }  # fmt: skip
