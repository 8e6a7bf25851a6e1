"""What CONTRIBUTING.md tells is true: each of its ways is gone in a small copy.

The copy has the configuration of this site, and as many of its pages and programs as a way needs.
"""

import shutil

import pytest

from tests.guard.small_site import CONFIGURATION, PROJECT

PAGE = "docs/article/l1.md"
PROGRAM = "snippets/article/l1/mean_absolute_error.py"
LINES = '```python\n--8<-- "article/l1/mean_absolute_error.py"\n```\n'
L1 = (
    "---\ntitle: L1\ndescription: L1 loss.\n---\n\n# L1 loss\n\n"
    "On average a forecast missed by `#!value article/l1/mean_absolute_error.mae:.2f` apples.\n\n"
    f"{LINES}\nNext: [the beginning](../index.md).\n"
)


@pytest.fixture
def copy(site):
    """A copy of the project with two pages, and one program of this site with what was approved."""
    shutil.rmtree(site.folder / "snippets")
    for path in (PROJECT / PROGRAM).parent.glob("mean_absolute_error.*"):
        site.write(path.relative_to(PROJECT).as_posix(), path.read_text("utf-8"))
    site.write("snippets/article/l1/mean_absolute_error.values", "mae:.2f = 6.67\n")
    site.write(
        "mkdocs.yml", CONFIGURATION.replace("[index.md]", "\n  - index.md\n  - article/l1.md")
    )
    site.write("docs/index.md", "# Apples\n\nNext: [L1](article/l1.md).\n")
    site.write(PAGE, L1)
    return site


def change(copy, file, before, after):
    text = copy.read(file)
    assert before in text, f"{file} does not hold {before!r}"
    copy.write(file, text.replace(before, after))


def refusal(copy):
    """Return what a build says that is refused."""
    built = copy.make_build()
    assert built.returncode == 1, "the build passed"
    return built.stdout + built.stderr


def accept(copy):
    """Approve what the programs give; return what was shown."""
    done = copy.run("drift", "accept")
    assert done.returncode == 0, done.stderr
    return done.stdout


def published(copy, address=""):
    """Build, and return the text of a page."""
    built = copy.make_build()
    assert built.returncode == 0, built.stdout + built.stderr
    return copy.read(f"site/{address}index.html")


def test_a_changed_number_is_named_shown_and_approved(copy):
    change(copy, PROGRAM, "90, 95, 105", "90, 95, 106")
    said = refusal(copy)
    assert f"{PAGE}, line 10" in said
    assert "-mean absolute error: 6.67 apples" in said
    assert "+mean absolute error: 7.00 apples" in said
    assert "make accept" in said
    shown = accept(copy)
    assert "-mae:.2f = 6.67" in shown and "+mae:.2f = 7.00" in shown
    assert ">7.00</data>" in published(copy, "article/l1/")


def test_another_format_is_approved_like_a_number(copy):
    change(copy, PAGE, "mae:.2f", "mae:.1f")
    said = refusal(copy)
    assert "no page shows mae:.2f any more" in said and "make accept" in said
    accept(copy)
    assert ">6.7</data>" in published(copy, "article/l1/")


def test_a_new_program_builds_with_the_lines_of_the_guide(copy):
    copy.write(
        "snippets/article/l1/total_error.py", "total = 10 + 5 + 5\nprint(f'{total} apples')\n"
    )
    assert "snippets/article/l1/total_error.py: no page shows it" in refusal(copy)
    change(copy, PAGE, "Next:", LINES.replace("mean_absolute_error", "total_error") + "\nNext:")
    change(copy, PAGE, "Next:", "In all `#!value article/l1/total_error.total` apples.\n\nNext:")
    assert "make accept" in refusal(copy)
    accept(copy)
    assert ">20</data>" in published(copy, "article/l1/")


def test_a_new_page_is_refused_until_the_navigation_has_it(copy):
    copy.write(
        "docs/article/l2.md",
        "---\ntitle: L2\ndescription: L2 loss.\n---\n\n# L2\n\nL2 squares.\n\nNext: [L1](l1.md).\n",
    )
    assert "article/l2.md" in refusal(copy)
    change(copy, "mkdocs.yml", "  - article/l1.md", "  - article/l1.md\n  - article/l2.md")
    assert "L2 squares." in published(copy, "article/l2/")


def test_a_program_is_taken_away_with_its_approved_files(copy):
    (copy.folder / PROGRAM).unlink()
    change(copy, PAGE, LINES, "")
    assert "there is no snippet snippets/article/l1/mean_absolute_error.py" in refusal(copy)
    change(copy, PAGE, "`#!value article/l1/mean_absolute_error.mae:.2f` apples", "some apples")
    assert "mean_absolute_error.out: its snippet is gone" in refusal(copy)
    accept(copy)
    assert list((copy.folder / "snippets").rglob("*.*")) == []
    assert "some apples" in published(copy, "article/l1/")
