"""Whatever goes wrong inside the guard itself stops the build as well."""

import pytest

# Each place where a library calls the guard, and would swallow what it raises.
SEAMS = {
    "the start of a build": "import drift.build as place; name = 'renew'",
    "the sources on the site": "from drift.project.snippet import Snippets as place; name = 'published'",
    "the start of a page": "import drift.generators.pages as place; name = 'page_of'",
    "reading a page": "import drift.project.page_source as place; name = 'read'",
    "a fence's snippet": "from drift.project.snippet import Snippets as place; name = 'with_text'",
    "a fence's check": "from drift.build import Workshop as place; name = 'checked'",
    "rendering a block": "from drift.page.block import Block as place; name = 'html'",
    "markdown-exec": "import markdown_exec as place; name = 'base_format'",
    "a value": "import drift.page.spans as place; name = 'value'",
    "a fact of the build": "import drift.page.spans as place; name = 'fact'",
    "a formula": "import drift.page.formula as place; name = 'mathml'",
    "running a snippet": "from drift.run.launcher import Launcher as place; name = '_request'",
    "starting a process": "from drift.run.launcher import Launcher as place; name = '__init__'",
    "reading what was approved": "import drift.project.approval as place; name = 'approved'",
    "comparing": "import drift.project.approval as place; name = 'difference'",
    "placing values": "import drift.page.extension as place; name = 'NO_PLACE'",
    "the end of a page": "from drift.page.extension import PageState as place; name = 'finished'",
}

FAULT = """
class Fault:
    def __call__(self, *arguments, **named):
        raise RuntimeError("planted")
    __contains__ = __call__
"""


@pytest.mark.parametrize("flags", [(), ("--strict",), ("-q",)], ids=" ".join)
@pytest.mark.parametrize("seam", SEAMS.values(), ids=SEAMS)
def test_an_unexpected_exception_stops_the_build(site, seam, flags):
    site.write(
        "docs/index.md", site.read("docs/index.md") + "\n```math\nx^2\n```\n\n`#!build python`\n"
    )
    hook = f"{FAULT}\n{seam}\nsetattr(place, name, Fault())\n"
    site.write("planted.py", hook)
    configuration = site.read("mkdocs.yml").replace("hooks: [", "hooks: [planted.py, ")
    site.write("mkdocs.yml", configuration)
    built = site.build(*flags)
    said = built.stdout + built.stderr
    assert built.returncode == 1, said
    assert "planted" in said
    assert not site.published
