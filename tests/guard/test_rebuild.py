"""What is made again while a site is served makes it what a whole build gives."""

import json
import re
from zlib import crc32

from tests.guard.small_site import CONFIGURATION, FENCE, MEAN, PAGE, Site

# Builds a site after each of some changes, in one process, as a server does.
SERVE = """
import json
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from drift.generators.serving import ServedCheck

ServedCheck.on_post_build = lambda *_, **__: None  # shows its faults when it ends, soon or late
for number, (name, text) in enumerate(json.loads(Path("../changes.json").read_text("utf-8"))):
    Path(name).write_text(text, "utf-8", newline="\\n")
    config = load_config("mkdocs.yml", site_dir=f"../built/{number}")
    if not number:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1/")
"""
NAVIGATION = "[index.md, pears.md, plums.md, glossary.md, ledger.md]"
SEARCHED = CONFIGURATION.replace("[index.md]", NAVIGATION).replace("[]", "[search]")
SEARCHED = re.sub("custom_dir: .*}", "custom_dir: overrides}", SEARCHED)
PROGRAM = f"{MEAN}most = max(errors)\n"
CHANGES = {
    "a sentence": ("docs/index.md", f"{PAGE}\nMore. The mean.\n"),
    "a heading": ("docs/pears.md", "# Quinces\n\n`#!value mean.mean:.1f`\n"),
    "a program": ("snippets/mean.py", PROGRAM.replace("10, 5, 5", "10, 5, 6")),
    "a line to which a value leads": ("docs/plums.md", "# Plums\n\n`#!value mean.most`\n"),
    "a definition": ("docs/glossary.md", "# Glossary\n\nThe mean { #mean }\n:   The middle.\n"),
    "a template": ("overrides/main.html", '{% extends "base.html" %}{% block footer %}Below.{% endblock %}\n'),
    "the navigation": ("mkdocs.yml", SEARCHED.replace("[index.md, pears.md", "[pears.md, Home: index.md")),
}  # fmt: skip


def test_after_a_change_and_its_undoing_the_site_is_that_of_a_whole_build(tmp_path, python):
    site = Site(tmp_path / "project", python)
    site.write("mkdocs.yml", SEARCHED)
    site.write("docs/pears.md", f"# Pears\n\n`#!value mean.mean:.1f`\n\n{FENCE}")
    site.write("docs/plums.md", "# Plums\n")
    site.write("docs/glossary.md", "# Glossary\n\nThe mean { #mean }\n:   The sum by the count.\n")
    site.write("docs/ledger.md", "# Ledger\n\n## All\n\n```ledger\n```\n")
    site.write("snippets/mean.py", PROGRAM)
    site.write("snippets/mean.values", "mean:.1f = 6.7\nmean:.2f = 6.67\n")
    site.write("serve.py", SERVE)
    site.write("overrides/main.html", '{% extends "base.html" %}\n')
    sound = {name: site.read(name) for name, _ in CHANGES.values()}

    def built(*changes):
        """The sums of the files of the site after each of these changes."""
        site.write("../changes.json", json.dumps(changes))
        site.done("serve")
        folders = [tmp_path / "built" / str(number) for number in range(len(changes))]
        return [
            {path.relative_to(folder): crc32(path.read_bytes()) for path in folder.rglob("*.*")}
            for folder in folders
        ]

    undone = [(name, sound[name]) for name, _ in CHANGES.values()]
    served = built(undone[0], *(step for each in zip(CHANGES.values(), undone) for step in each))
    (before,) = built(undone[0])
    assert before and served[::2] == [before] * (len(CHANGES) + 1)
    for (kind, change), undo, after in zip(CHANGES.items(), undone, served[1::2], strict=True):
        (whole,) = built(change)
        assert after == whole != before, kind
        site.write(*undo)
