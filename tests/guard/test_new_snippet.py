"""`make new-snippet` writes a program that builds as it is, and never over another."""

import re

import pytest

from tests.guard.small_site import CONFIGURATION, PROJECT

TITLE = "# L1\n"


@pytest.fixture
def site(site):
    site.write("mkdocs.yml", CONFIGURATION.replace("[index.md]", "[index.md, article/l1.md]"))
    site.write("docs/article/l1.md", TITLE)
    return site


def new(site, name):
    return site.run("drift", "new", name)


def files(site):
    folder = site.folder / "snippets"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def to_paste(printed):
    """Return what a person would copy: from the fence on, up to the line after the value."""
    return re.search(r"^```python\n.*?^The mean .*?$", printed, re.DOTALL | re.MULTILINE)[0]


@pytest.mark.parametrize("name", ["article/l1/total", "l1/total", "l1/total.py"])
def test_what_is_pasted_into_the_page_builds_at_once(site, name):
    printed = new(site, name).stdout
    assert "Paste this into docs/article/l1.md" in printed
    site.write("docs/article/l1.md", f"{TITLE}\n{to_paste(printed)}\n")
    built = site.make_build()
    assert built.returncode == 0, built.stderr
    assert ">96.67</data>" in site.read("site/article/l1/index.html")


def test_a_program_of_the_first_page_has_no_folder(site):
    assert "Paste this into docs/index.md" in new(site, "total").stdout
    assert "total.py" in files(site)


def test_two_that_are_as_they_were_written_are_not_the_same(site):
    pasted = [to_paste(new(site, name).stdout) for name in ("l1/total", "l1/start")]
    site.write("docs/article/l1.md", "\n\n".join([TITLE, *pasted]))
    assert site.make_build().returncode == 0


def test_until_a_page_shows_it_the_build_stops_as_was_said(site):
    assert "the build refuses a program that no page shows" in new(site, "l1/total").stdout
    built = site.make_build()
    assert "snippets/article/l1/total.py: no page shows it" in built.stdout + built.stderr


def test_a_folder_that_no_ledger_lists_is_told(site):
    site.write("docs/index.md", "# Ledger\n\n## Programs\n\n```ledger\narticle/l2/\n```\n")
    assert "No ledger lists its folder: add article/l1/ to one." in new(site, "l1/total").stdout
    site.write("docs/index.md", "# Ledger\n\n## Programs\n\n```ledger\narticle/\n```\n")
    assert "No ledger" not in new(site, "l1/other").stdout


def test_what_is_written_passes_the_checks_of_code(site):
    site.write("docs/how-this-site-checks-itself.md", TITLE)
    site.write("pyproject.toml", (PROJECT / "pyproject.toml").read_text("utf-8"))
    assert new(site, f"how-this-site-checks-itself/{'a' * 40}").returncode == 0
    for command in (["check"], ["format", "--check"]):
        done = site.run("ruff", *command, "snippets/how-this-site-checks-itself")
        assert done.returncode == 0, done.stdout


WRONG = {
    "nothing": ("", "needs a name"),
    "a space": ("l1/the total", "can't be the name"),
    "a capital": ("l1/Total", "can't be the name"),
    "a digit at first": ("l1/2nd", "can't be the name"),
    "a hyphen": ("l1/the-total", "can't be the name"),
    "a word of Python": ("l1/class", "can't be the name"),
    "a folder": ("l1/", "can't be the name"),
    "a way up": ("../l1/total", "can't be the name"),
    "a way up inside": ("article/../l1/total", "can't be the name"),
    "an absolute path": ("/article/l1/total", "can't be the name"),
    "another slash": ("l1\\total", "can't be the name"),
    "a page that is not there": ("l3/total", "there is no page docs/l3.md"),
    "a page whose name only ends so": ("1/total", "there is no page docs/1.md"),
    "two pages": ("both/total", "Write article/both/total or labs/both/total."),
    "a program that is there": ("l1/there", "snippets/article/l1/there.py is there already"),
    "values that are there": ("l1/left", "snippets/article/l1/left.values is there already"),
}


@pytest.mark.parametrize("name, expected", WRONG.values(), ids=WRONG)
def test_a_wrong_name_is_told_in_one_line_and_nothing_is_written(site, name, expected):
    for page in ("article/both", "labs/both"):
        site.write(f"docs/{page}.md", TITLE)
    site.write("snippets/article/l1/there.py", "print('mine')\n")
    site.write("snippets/article/l1/left.values", "mine:.2f = 1.00\n")
    before = files(site)
    done = new(site, name)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("drift: ") and done.stderr.count("\n") == 1, done.stderr
    assert expected in done.stderr
    assert files(site) == before
