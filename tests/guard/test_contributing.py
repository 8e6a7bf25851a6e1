"""What CONTRIBUTING.md tells is true: each of its ways is gone in a small site."""

from tests.guard.small_site import FENCE, FLAGS_OF_MAKE

PAGE, PROGRAM = "docs/index.md", "snippets/mean.py"


def published(site, address=""):
    """Build, and return the text of a page."""
    site.make_build()
    return site.read(f"site/{address}index.html")


def test_a_changed_number_is_named_shown_and_approved(site):
    site.replace(PROGRAM, "10, 5, 5", "10, 5, 6")
    said = site.refused(*FLAGS_OF_MAKE)
    assert f"{PAGE}, line 5" in said
    assert "-mean error 6.67" in said and "+mean error 7.00" in said
    assert "make accept" in said
    shown = site.accept()
    assert "-mean error 6.67" in shown and "+mean error 7.00" in shown
    assert "-mean:.2f = 6.67" in shown and "+mean:.2f = 7.00" in shown
    assert site.read("snippets/mean.values") == "mean:.2f = 7.00\n"
    assert ">7.00</data>" in published(site)
    assert "Nothing has changed" in site.accept()


def test_another_format_is_approved_like_a_number(site):
    site.replace(PAGE, "mean:.2f", "mean:.1f")
    said = site.refused(*FLAGS_OF_MAKE)
    assert "no page shows mean:.2f = 6.67 any more" in said and "make accept" in said
    site.accept()
    assert ">6.7</data>" in published(site)


def test_a_new_program_builds_with_the_lines_of_the_guide(site):
    site.write("snippets/total.py", "total = 10 + 5 + 5\nprint(f'{total} apples')\n")
    said = site.refused(*FLAGS_OF_MAKE)
    assert "snippets/total.py: no page shows it" in said and '--8<-- "total.py"' in said
    lines = FENCE.replace("mean", "total")
    site.write(PAGE, f"{site.read(PAGE)}\nIn all `#!value total.total` apples.\n\n{lines}")
    assert "make accept" in site.refused(*FLAGS_OF_MAKE)
    site.accept()
    assert ">20</data>" in published(site)


def test_a_new_page_is_refused_until_the_navigation_has_it(site):
    head = "---\ntitle: Pears\ndescription: Of pears.\n---\n\n# Pears\n\n"
    site.write("docs/more/pears.md", f"{head}Next: [apples](../index.md).\n")
    assert "more/pears.md" in site.refused(*FLAGS_OF_MAKE)
    site.replace("mkdocs.yml", "[index.md]", "[index.md, more/pears.md]")
    assert "Next: " in published(site, "more/pears/")


def test_a_program_is_taken_away_with_its_approved_files(site):
    (site.folder / PROGRAM).unlink()
    site.replace(PAGE, FENCE, "")
    assert f"there is no snippet {PROGRAM}" in site.refused(*FLAGS_OF_MAKE)
    site.replace(PAGE, "`#!value mean.mean:.2f` apples", "some apples")
    site.accept()  # which deletes nothing that is no program's: it never wrote that
    for name in ("snippets/mean.out", "snippets/mean.values"):
        said = f"{name}: belongs to no program. Delete it, or rename it: rm {name}"
        assert said in site.refused(*FLAGS_OF_MAKE)
        (site.folder / name).unlink()
    assert "some apples" in published(site)
