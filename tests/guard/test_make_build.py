"""`make build` reads the finished site again, and moves it to site/ only when everything holds."""

import pytest

from tests.guard.small_site import FENCE, PAGE

LINKS = {
    "a page that is not there": ("[more](gone.md)", "gone.md"),
    "an anchor that is not there": ("[more](#gone)", "#gone"),
    "an address below the site": ("[more](/gone/)", "/gone/"),
}


def test_a_sound_site_is_moved_to_site(site):
    assert site.make_build().returncode == 0
    assert [path.name for path in site.published].count("index.html") == 1
    assert (site.folder / "site/snippets/mean.py").read_text() == site.read("snippets/mean.py")


def test_a_failing_build_leaves_the_last_good_site_as_it_was(site):
    assert site.make_build().returncode == 0
    before = site.read("site/index.html")
    site.write("snippets/mean.out", "mean error 6.68\n")
    assert site.make_build().returncode == 1
    assert site.read("site/index.html") == before


@pytest.mark.parametrize("link, target", LINKS.values(), ids=LINKS)
def test_a_broken_link_stops_the_build(site, link, target):
    site.write("docs/index.md", f"{PAGE}\n{link}\n")
    built = site.make_build()
    said = built.stdout + built.stderr
    assert built.returncode == 1
    assert "index" in said and target in said
    assert not site.published


def test_a_broken_link_in_raw_html_stops_the_build_too(site):
    site.write("docs/index.md", f'{PAGE}\n<div markdown="1">\n[more](gone/)\n</div>\n')
    built = site.make_build()
    assert built.returncode == 1
    assert "gone" in built.stdout + built.stderr
    assert not site.published


def test_a_page_missing_from_the_navigation_stops_the_build(site):
    site.write("docs/lost.md", "# Lost\n")
    built = site.make_build()
    assert built.returncode == 1
    assert "lost.md" in built.stdout + built.stderr
    assert not site.published


# Each of these changes the finished site, as a hook, a theme or a person might.
TAMPERED = {
    "the output of a block": ("mean error 6.67", "mean error 6.68", "a block that nothing approved gives"),
    "the text of a value": (">6.67</data>", ">6.68</data>", "is not what was approved"),
    "the source of a value": ("line 3 of mean.py", "line 2 of mean.py", "is not what was approved"),
    "a value without a source": ('title="mean, line 3 of mean.py"', "", "does not say which snippet"),
    "the exact number of a value": ('value="6.66', 'value="6.77', "is not what was approved"),
    "a link": ('href="snippets/mean.py"', 'href="snippets/men.py"', "leads nowhere"),
    "a link out of the site": ('href="snippets/mean.py"', 'href="../mkdocs.yml"', "leaves the site"),
    "a value that is not closed": ("6.67</data>", "6.68", "this <data> is never closed"),
    "a block of another kind": ("<p>The mean", "<pre>6.67</pre><p>The mean", "a block that nothing approved gives"),
}  # fmt: skip


@pytest.mark.parametrize("before, after, expected", TAMPERED.values(), ids=TAMPERED)
def test_the_finished_site_is_read_again(site, before, after, expected):
    assert site.build("--strict").returncode == 0
    page = site.read("site/index.html")
    assert before in page
    site.write("site/index.html", page.replace(before, after))
    checked = site.run("drift", "check", "site", "--move-to", "published")
    assert checked.returncode == 1
    assert expected in checked.stderr
    assert not (site.folder / "published").exists()


def test_a_missing_page_and_a_changed_figure_are_found(site):
    drawn = (
        "import matplotlib.pyplot as plt\n\nplt.plot([1, 2])\nplt.title('Two')\n"
        "print('from 1 to 2')\nplt.show()\n"
    )
    site.write("snippets/draw.py", drawn)
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "draw.py"))
    assert site.run("drift", "accept").returncode == 0
    assert site.build("--strict").returncode == 0
    assert site.run("drift", "check", "site").returncode == 0
    page = site.read("site/index.html")
    line = page[: page.index("<figure")].count("\n") + 1
    for before, after, expected in (
        ("var(--figure-0)", "var(--figure-1)", "a figure that nothing approved gives"),
        ('">from 1 to 2', '">from 1 to 3', "the description of this figure is not what snippets/"),
        ('"snippet-figure">', '"snippet-figure x">', "not in the form that the guard gives it"),
    ):
        assert page.count(before) >= 1
        site.write("site/index.html", page.replace(before, after))
        said = site.run("drift", "check", "site").stderr
        assert expected in said
        assert f"index.html, line {line}: " in said or "in the form" in said
    (site.folder / "site/index.html").unlink()
    assert "its page is not in the site" in site.run("drift", "check", "site").stderr


def test_an_output_below_another_program_is_found(site):
    site.write("snippets/sum.py", "print(6 + 1)\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "sum.py"))
    assert site.run("drift", "accept").returncode == 0
    assert site.build("--strict").returncode == 0
    page = site.read("site/index.html")
    first, second = "<pre><code>mean error 6.67\n</code></pre>", "<pre><code>7\n</code></pre>"
    assert first in page and second in page
    site.write(
        "site/index.html", page.replace(first, "@").replace(second, first).replace("@", second)
    )
    said = site.run("drift", "check", "site").stderr
    assert said.count("below this program stands what it did not give") == 2


def test_what_a_snippet_prints_is_text_and_never_markup(site):
    site.write(
        "snippets/mean.py", "print('<script>x</script> ``` <b> 8<-- #!value a.b &amp; </pre>')\n"
    )
    site.write("docs/index.md", f"# Apples\n\n{FENCE}")
    assert site.run("drift", "accept").returncode == 0
    assert site.make_build().returncode == 0
    page = site.read("site/index.html")
    assert "<script>x" not in page
    assert (
        "&lt;script&gt;x&lt;/script&gt; ``` &lt;b&gt; 8&lt;-- #!value a.b &amp;amp; &lt;/pre&gt;"
        in page
    )


def test_accept_shows_and_writes_each_change_and_the_next_finds_none(site):
    site.write("snippets/mean.py", site.read("snippets/mean.py").replace("10, 5, 5", "10, 5, 6"))
    accepted = site.run("drift", "accept")
    assert "-mean error 6.67" in accepted.stdout and "+mean:.2f = 7.00" in accepted.stdout
    assert site.read("snippets/mean.values") == "mean:.2f = 7.00\n"
    assert site.make_build().returncode == 0
    assert "Nothing has changed" in site.run("drift", "accept").stdout


def test_accept_approves_no_snippet_that_fails(site):
    site.write("snippets/mean.py", "raise ValueError('no')\n")
    accepted = site.run("drift", "accept")
    assert accepted.returncode == 1
    assert "not approved: snippets/mean.py raises an error." in accepted.stderr
    assert site.read("snippets/mean.out") == "mean error 6.67\n"


def test_no_temporary_folder_and_no_process_outlives_a_build(site, monkeypatch):
    scratch = site.folder / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    site.write("snippets/mean.out", "mean error 6.68\n")
    assert site.build().returncode == 1
    assert list(scratch.iterdir()) == []
