"""What is built is read before it is moved to site/; what is served is made again as a whole build does."""

import json
import re
from zlib import crc32

from tests.guard.small_site import CONFIGURATION, FENCE, FLAGS_OF_MAKE, MEAN, PAGE, Site


def test_no_file_of_the_project_stands_in_for_a_module_of_the_guard(tmp_path, monkeypatch):
    """Nor is a word said where warnings are errors, or GIT_DIR names another repository."""
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    site = Site(tmp_path)  # whose commands are no forks
    for name in ("rcssmin", "numpy", "mkdocs", "tomllib"):
        site.write(f"{name}.py", "raise SystemExit('planted')\n")
    for command in (("mkdocs", "build", "-q"), ("drift", "check", "site")):
        done = site.run(*command)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_failing_build_leaves_the_last_good_site_as_it_was_and_the_next_one_replaces_it(site):
    site.make_build()
    before = site.read("site/index.html")
    site.write("snippets/mean.out", "mean error 6.68\n")
    site.build(*FLAGS_OF_MAKE, code=1)
    assert site.read("site/index.html") == before
    site.write("snippets/mean.out", "mean error 6.67\n")
    site.replace("docs/index.md", "apples", "pears")
    site.make_build()
    assert "</data> pears." in site.read("site/index.html")


def test_what_a_snippet_prints_is_text_and_never_markup(site):
    text = "'<script>x</script> ``` <b>', 8, '<-- #!value a.b &amp; </pre>'"
    site.write("snippets/mean.py", f"print({text}, sep='')\n")
    site.write("docs/index.md", f"# Apples\n\n{FENCE}")
    site.accept()
    site.make_build()
    page = site.read("site/index.html")
    shown = "&lt;script&gt;x&lt;/script&gt; ``` &lt;b&gt;8&lt;-- #!value a.b &amp;amp; &lt;/pre&gt;"
    assert "<script>x" not in page and shown in page


def test_accept_approves_a_part(site):
    site.write("docs/more.md", FENCE.replace("mean", "more/sum"))
    site.replace("snippets/mean.py", "10, 5, 5", "10, 5, 6")
    site.write("snippets/more/sum.py", "print(1 + 1)\n")
    for name in ("snippets/more/", "more/sum", "./snippets/more/sum.py"):
        site.write("snippets/more/sum.out", "")
        site.accept(name)
        assert site.read("snippets/more/sum.out") == "2\n"
        assert site.read("snippets/mean.out") == "mean error 6.67\n"
    none = "drift: nothing to approve begins with 'more/sun'. The nearest names: more/sum.py, mean.py.\n"
    assert site.accept("more/sun", code=1) == none


def test_accept_runs_what_is_not_known_and_nothing_else(known):
    assert known.accept() == "Nothing has changed.\n"
    known.replace("snippets/mean.py", "10, 5, 5", "10, 5, 6")
    assert known.accept().startswith("Runs 1 programs, each twice; of all")
    assert known.accept() == "Nothing has changed.\n"


def test_accept_refuses_what_a_build_refuses_and_no_accepting_mends(site):
    site.write_table("snippets/harvest.csv", "100\n")
    site.write("snippets/harvest.csv", "101\n")
    site.write("snippets/mean.out", "mean error 6.68\n")
    said = "snippets/harvest.csv.toml: is not about this harvest.csv"
    assert said in site.accept(code=1)
    for line in ("## A `#!value mean.mean:.1f`", "[`#!value mean.mean:.1f`](index.md)"):
        site.write("docs/index.md", f"{PAGE}\n{line}\n")
        assert "docs/index.md, line 9: a value can't stand in" in site.accept(code=1)
    assert site.read("snippets/mean.out") == "mean error 6.68\n"


def test_no_temporary_folder_and_no_process_outlives_a_build(site, monkeypatch):
    scratch = site.folder / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    site.write("snippets/mean.out", "mean error 6.68\n")
    site.build(code=1)
    assert list(scratch.iterdir()) == []


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
