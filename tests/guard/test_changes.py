"""What a commit changes, told as Markdown: outputs before and after, and the pages they stand on."""

import os
import re
import subprocess
import sys
from html import unescape

import pytest

from drift import changes
from drift.visible import cell

INERT = re.compile(r"<code>[A-Za-z0-9 &#;]*</code>")
PAGE = """\
# Apples

The mean is `#!value apples/mean.mean:.2f` apples.

```python
--8<-- "apples/mean.py"
```
"""


class Repository:
    """A project in a git repository of its own, with one commit."""

    def __init__(self, folder):
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("docs/apples.md", PAGE)
        self.write("docs/pears.md", "# Pears\n\nNot `#!value apples/mean.mean:.2f` but few.\n")
        self.write("docs/ledger.md", "# Ledger\n\n```ledger\napples/\n```\n")
        self.write("docs/other.md", "# Other\n")
        self.write("snippets/apples/mean.py", "mean = 6.667\nprint(f'{mean:.2f}', end=' apples')\n")
        self.write("snippets/apples/mean.out", "6.67 apples\nin all\n")
        self.write("snippets/apples/mean.values", "mean:.2f = 6.67\n")
        self.commit()

    def git(self, *arguments):
        done = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=self.folder,
            env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change")

    def run(self, base):
        return subprocess.run(
            [sys.executable, "-m", "drift.changes", "--", base],
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def told(self):
        """Return what is told of the last commit, and the same as its readers see it."""
        done = self.run("HEAD^1")
        assert done.returncode == 0, done.stderr
        return done.stdout, unescape(re.sub(r"</?code>|\*\*", "", done.stdout))


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


def test_a_changed_output_is_a_table_of_its_changed_lines_only(repository):
    repository.write("snippets/apples/mean.out", "7.00 apples\nin all\n")
    repository.commit()
    _, seen = repository.told()
    assert "snippets/apples/mean.out changed\n\n| | before | after |\n|---|---|---|\n" in seen
    assert "| 1 | 6.67 apples | 7.00 apples |\n" in seen
    assert "in all" not in seen


def test_a_changed_value_is_told_by_its_name_and_with_every_page_that_shows_it(repository):
    repository.write("snippets/apples/mean.values", "mean:.2f = 7.00\n")
    repository.commit()
    _, seen = repository.told()
    assert "| mean:.2f | 6.67 | 7.00 |" in seen
    assert "- docs/apples.md: the value apples/mean.mean:.2f\n" in seen
    assert "- docs/pears.md: the value apples/mean.mean:.2f\n" in seen
    assert "docs/other.md" not in seen


def test_what_is_new_and_what_is_gone_is_told(repository):
    repository.write("snippets/apples/mean.err", "a warning\n")
    (repository.folder / "snippets/apples/mean.out").unlink()
    (repository.folder / "docs/other.md").unlink()
    repository.commit()
    _, seen = repository.told()
    assert "mean.err added" in seen and "| 1 |  | a warning |" in seen
    assert "mean.out removed" in seen and "| 1 | 6.67 apples |  |" in seen
    assert "- docs/other.md: it is removed" in seen


def test_an_approved_file_that_was_moved_is_gone_from_its_old_place(repository):
    repository.git("mv", "snippets/apples/mean.out", "snippets/apples/sum.out")
    repository.commit()
    _, seen = repository.told()
    assert "mean.out removed" in seen and "sum.out added" in seen


def test_a_page_changes_by_its_text_its_program_its_ledger_and_its_data(repository):
    repository.write("docs/other.md", "# Others\n")
    repository.write("snippets/apples/mean.py", "mean = 7\nprint('7.00 apples')\n")
    repository.write("mkdocs.yml", "site_name: Apples\n")
    repository.commit()
    _, seen = repository.told()
    assert "- docs/apples.md: the program apples/mean.py, or what it gives\n" in seen
    assert "- docs/ledger.md: the entry of apples/mean.py in its ledger\n" in seen
    assert "- docs/other.md: its own text\n" in seen
    assert "docs/pears.md" not in seen
    assert "any page can change by them:\n\nmkdocs.yml\n" in seen

    repository.write("snippets/apples/harvest.csv", "apples\n1\n")
    repository.commit()
    _, seen = repository.told()
    assert "- docs/apples.md: the data beside apples/mean.py\n" in seen


def test_a_drawing_is_told_by_the_text_in_it(repository):
    drawing = "<svg><title>Apples</title><text>{}</text><style>{}</style></svg>"
    repository.write("snippets/apples/mean.svg", drawing.format("6.67", "a"))
    repository.commit()
    repository.write("snippets/apples/mean.svg", drawing.format("7.00", "a"))
    repository.commit()
    assert "| text | 6.67 | 7.00 |" in repository.told()[1]
    repository.write("snippets/apples/mean.svg", drawing.format("7.00", "b"))
    repository.commit()
    assert "Its lines differ, and no text in it." in repository.told()[1]


def test_a_notebook_is_told_by_what_its_cells_gave(repository):
    notebook = '{"cells": [{"source": "1"}, {"outputs": [{"text": ["%s\\n", "in all\\n"]}]}]}'
    repository.write("docs/notebook.ipynb", notebook % "6.67")
    repository.commit()
    repository.write("docs/notebook.ipynb", notebook % "7.00")
    repository.commit()
    _, seen = repository.told()
    assert "| cell 2 | 6.67 | 7.00 |" in seen and "in all" not in seen
    assert "- docs/notebook.ipynb: its own text" in seen
    repository.write("docs/notebook.ipynb", "no notebook")
    repository.commit()
    assert "(no notebook)" in repository.told()[1]


def test_where_nothing_changes_that_is_told(repository):
    repository.write("README.md", "Apples\n")
    repository.commit()
    told, _ = repository.told()
    assert told.count("None.\n") == 2


SPOILT = (
    "`` ` ``` | \\| || end",
    "</code></table><script>alert(1)</script><img src=x onerror=alert(1)>",
    "@somebody #1 [click](https://evil.example) https://evil.example www.evil.example a@b.example",
    "![](https://evil.example/x.png) &lt;b&gt; <!-- ~~~ *a* _b_ :apple: $x$",
    "\u202e67.6\u202c \u200b \x1b[31m \x07 \u00ad \ufeff",
)


@pytest.mark.parametrize("text", SPOILT)
def test_what_strangers_wrote_is_shown_and_does_nothing(repository, text):
    repository.write("snippets/apples/mean.out", f"{text}\nin all\n")
    repository.write("snippets/apples/mean.values", f"mean:.2f = {text}\n")
    repository.commit()
    told, _ = repository.told()
    rows = [line for line in told.splitlines() if line.startswith("| <code>")]
    assert len(rows) == 2
    for row in rows:
        assert re.sub(INERT, "", row) == "|  |  |  |"
        assert row.isprintable() and row.isascii()


def test_the_name_of_a_file_does_nothing_either(repository):
    blob = repository.git("hash-object", "-w", "docs/other.md")
    name = "snippets/apples/a\n## [x](http:evil.example) `|` <b> @who.out"
    repository.git(
        *("-c", "core.protectNTFS=false", "update-index", "--add"),
        *("--cacheinfo", f"100644,{blob},{name}"),
    )
    repository.git("commit", "--quiet", "--message", "A change")
    told, _ = repository.told()
    (line,) = [line for line in told.splitlines() if line.endswith(" added")]
    assert re.sub(INERT, "", line) == "**** added"
    assert told.count("\n## ") + told.startswith("## ") == 2 and "http:" not in told


def test_what_cannot_be_seen_is_told_by_its_number():
    assert unescape(cell("a\u202eb\tc")) == "<code>a⟨U+202E⟩b⟨U+0009⟩c</code>"
    assert unescape(cell("a  b")) == "<code>a\u00a0\u00a0b</code>"
    assert cell("") == ""


def test_a_link_in_the_place_of_a_file_shows_nothing_of_the_machine(repository, tmp_path_factory):
    secret = tmp_path_factory.mktemp("machine") / "secret"
    secret.write_text("a secret\n")
    target = repository.folder / "target"
    target.write_text(str(secret))
    blob = repository.git("hash-object", "-w", "target")
    target.unlink()
    repository.git("update-index", "--cacheinfo", f"120000,{blob},snippets/apples/mean.out")
    repository.git("commit", "--quiet", "--message", "A change")
    assert "a secret" not in repository.told()[1]


def test_a_summary_is_cut_before_it_is_longer_than_github_takes(repository):
    for at in range(150):
        lines = "".join(f"{number}{'|' * 250}\n" for number in range(70))
        repository.write(f"snippets/apples/many{at}.out", lines)
        repository.write(f"docs/{'a' * 150}/{'b' * 80}{at}.md", "# Apples\n")
    repository.commit()
    told, seen = repository.told()
    assert 500_000 < len(told.encode()) < 1024 * 1000
    assert re.search(r"… and \d+ more, which have no room here\.\n\n## Pages that change", seen)


def test_a_list_of_pages_is_cut_too(repository, monkeypatch):
    for at in range(50):
        repository.write(f"docs/page{at}.md", "# Apples\n")
    repository.commit()
    monkeypatch.setattr(changes, "PAGES_TAKE", 1000)
    parts = list(changes.told(repository.folder, "HEAD^1"))
    shown = [part for part in parts if part.startswith("- ")]
    assert 0 < len(shown) < 50
    assert f"\n… and {50 - len(shown)} more, which have no room here.\n" in parts


def test_a_long_table_and_a_long_line_are_cut():
    told = changes.table("a.out", "", "".join(f"{at}{'a' * 250}\n" for at in range(70)))
    rows = [line for line in told.splitlines() if line.startswith("| <code>")]
    assert len(rows) == 50 and told.endswith("… and 20 rows more.\n")
    assert max(map(len, rows)) < 300 and "… and 51 characters more" in rows[0]


def test_two_long_texts_without_a_common_line_are_compared_at_their_beginning():
    before, now = ("\n".join(f"{word} {at}" for at in range(100_000)) for word in ("a", "b"))
    assert len(changes.rows("a.out", before, now)) == changes.MOST_LINES


@pytest.mark.parametrize("base", ["nothing", "", "HEAD^7", "HEAD:docs"])
def test_a_base_that_is_no_commit_is_told_in_one_line(repository, base):
    done = repository.run(base)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"drift: git knows no commit {base!r} here. Fetch it, or name another.\n"
    )


def test_a_base_that_is_an_option_of_git_is_refused(repository):
    done = repository.run("--output=planted")
    assert done.returncode == 1 and "is an option, and no commit" in done.stderr
    assert not (repository.folder / "planted").exists()


def test_a_folder_that_is_no_repository_is_told(repository, tmp_path_factory, monkeypatch):
    repository.folder = tmp_path_factory.mktemp("plain")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.folder.parent))
    done = repository.run("HEAD")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "this folder is in no git repository" in done.stderr


def test_no_snippet_runs(repository):
    repository.write("snippets/apples/mean.py", "open('planted', 'w')\nmean = 7\n")
    repository.commit()
    repository.told()
    assert not list(repository.folder.rglob("planted"))
