"""Whatever goes wrong inside the guard itself stops the build as well."""

import pytest

from tests.guard.test_fault_table import FLAGS

# Each place where a library calls the guard, and would swallow what it raises.
CALLED = {
    "the start of a build": "import drift.project.project as place; name = 'read'",
    "the files' own faults": "import drift.project.givens as place; name = 'faults'",
    "what stands beside pages": "import drift.generators.extras as place; name = 'finish'",
    "the start of a page": "import drift.page.address as place; name = 'page_of'",
    "reading a page": "import drift.project.page_source as place; name = 'read'",
    "a fence": "from drift.page.rendering import Rendering as place; name = 'answered'",
    "a fence's check": "from drift.build import Build as place; name = 'checked'",
    "rendering a block": "import drift.page.block as place; name = 'html'",
    "markdown-exec": "import markdown_exec as place; name = 'base_format'",
    "a value": "import drift.page.provenance as place; name = 'value'",
    "a fact of the build": "import drift.page.provenance as place; name = 'fact'",
    "a formula": "import drift.page.formula as place; name = 'mathml'",
    "running a snippet": "from drift.run.runs import Runs as place; name = 'outcome'",
    "comparing": "import drift.run.approval as place; name = 'difference'",
    "placing values": "import drift.page.extension as place; name = 'NO_PLACE'",
    "the end of a page": "from drift.page.rendering import Rendering as place; name = 'finished'",
}
FAULT = """
class Fault:
    def __call__(self, *arguments, **named):
        raise RuntimeError("planted")
    __contains__ = __call__
"""


@pytest.mark.parametrize("at, place", [*enumerate(CALLED.values())], ids=CALLED)
def test_an_unexpected_exception_stops_the_build(site, at, place):
    site.write(
        "docs/index.md", site.read("docs/index.md") + "\n```math\nx^2\n```\n\n`#!build python`\n"
    )
    site.write("planted.py", f"{FAULT}\n{place}\nsetattr(place, name, Fault())\n")
    configuration = site.read("mkdocs.yml").replace("hooks: [", "hooks: [planted.py, ")
    site.write("mkdocs.yml", configuration)
    built = site.build(*FLAGS[at % len(FLAGS)])
    said = built.stdout + built.stderr
    assert built.returncode == 1, said
    assert "planted" in said
    assert not site.published
