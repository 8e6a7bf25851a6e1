"""`make build` reads the finished site again, and moves it to site/ only when everything holds."""

from tests.guard.small_site import FENCE, FLAGS_OF_MAKE, Site


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


def test_a_failing_build_leaves_the_last_good_site_as_it_was(site):
    site.make_build()
    before = site.read("site/index.html")
    site.write("snippets/mean.out", "mean error 6.68\n")
    site.build(*FLAGS_OF_MAKE, code=1)
    assert site.read("site/index.html") == before


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
    site.accept("snippets/more/")
    assert site.read("snippets/more/sum.out") == "2\n"
    assert site.read("snippets/mean.out") == "mean error 6.67\n"
    none = "drift: nothing to approve begins with 'less/'.\n"
    assert site.accept("less/", code=1) == none


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
    assert site.read("snippets/mean.out") == "mean error 6.68\n"


def test_no_temporary_folder_and_no_process_outlives_a_build(site, monkeypatch):
    scratch = site.folder / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    site.write("snippets/mean.out", "mean error 6.68\n")
    site.build(code=1)
    assert list(scratch.iterdir()) == []
