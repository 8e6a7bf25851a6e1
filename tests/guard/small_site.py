"""A small site in a temporary folder, built for real with this project's own configuration."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import tomllib
from dataclasses import replace
from pathlib import Path

import material
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from drift.build import Build
from drift.check import site as finished
from drift.check.document import Document
from drift.fault import FaultsFound
from drift.project import project
from drift.project.project import Project
from tests.conftest import PROJECT, python, run
from tests.guard.warm import Python

ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PYTHONUTF8": "1"}
FLAGS_OF_MAKE = "--strict", "--site-dir", ".build/site"  # the flags with which `make build` builds
SECONDS = 600  # the most that a command may take, on a machine however busy

CONFIGURATION = f"""\
INHERIT: {PROJECT.as_posix()}/mkdocs.yml
docs_dir: docs
hooks: [{PROJECT.as_posix()}/drift/generators/mkdocs.py]
theme: {{name: material, custom_dir: {PROJECT.as_posix()}/overrides}}
nav: [index.md]
plugins: []
"""

MEAN = """\
errors = [10, 5, 5]
count = len(errors)
mean = sum(errors) / count
for count in range(2):
    total = count
print(f"mean error {mean:.2f}")
"""

NUMERALS = """\
"L1" = "The name of a loss."
"L2" = "The name of a loss."
"CC BY 4.0" = "The name of a licence."
"""
# The kinds of writing are those of the site itself.
KINDS = "[kinds]" + (PROJECT / "config" / "numerals.toml").read_text("utf-8").split("[kinds]")[1]

POLICY = (PROJECT / "config" / "policy.toml").read_text("utf-8")
STYLES = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["drift"]["styles"]
ALLOWED = f"[tool.drift]\nclasses = ['button', 'l1', 'ledger', 'moved', 'no-copy', 'note', 'search-offer', 'second']\nstyles = {STYLES}\n[tool.drift.imports]\n'*' = []\n"
STYLE = "/* Apples. */\np { color: red }\n"
FENCE = '```python\n--8<-- "mean.py"\n```\n'
PAGE = f"# Apples\n\nThe mean is `#!value mean.mean:.2f` apples.\n\n{FENCE}"


def git(folder: Path, *command: str) -> str:
    """Run git in a folder, as an author of its own; return what it says."""
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = run("git", *author, *command, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Site:
    """A project folder with one page and one snippet, whose commands a warm Python may run."""

    def __init__(self, folder: Path, python: Python | None = None):
        self.folder = folder
        self.python = python
        shutil.copytree(PROJECT / "docs" / "assets", folder / "docs" / "assets")
        # To read the site's own takes longer than all else.
        self.write("docs/assets/site.css", STYLE)
        self.write("mkdocs.yml", CONFIGURATION)
        self.write("numerals.toml", NUMERALS + KINDS)
        self.write("policy.toml", POLICY)
        self.write("pyproject.toml", ALLOWED)
        self.write("docs/index.md", PAGE)
        self.write("snippets/mean.py", MEAN)
        self.write("snippets/mean.out", "mean error 6.67\n")
        self.write("snippets/mean.values", "mean:.2f = 6.67\n")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")

    def write_all(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            self.write(name, text)

    def write_table(self, name: str, text: str) -> None:
        """Write a table of data, and beside it the note that tells where it comes from."""
        self.write(name, text)
        checksum = hashlib.sha256(text.encode()).hexdigest()
        note = 'data = "Apples."\nsource = "Ours."\nlicence = "CC0"\nwords = ["apples", "pears"]\n'
        self.write(f"{name}.toml", f'{note}sha256 = "{checksum}"\n')

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def run(self, *command: str) -> subprocess.CompletedProcess:
        if self.python:
            return self.python.run(command, self.folder, os.environ | ENVIRONMENT, SECONDS)
        return python("-P", "-m", *command, folder=self.folder, **ENVIRONMENT)

    def replace(self, name: str, before: str, after: str) -> None:
        """Replace a text of a file, which has to be there."""
        text = self.read(name)
        assert before in text, f"{name} does not hold {before!r}"
        self.write(name, text.replace(before, after))

    def plant(self, hook: str) -> None:
        """Give the generator a hook, which it runs before the guard's own."""
        self.write("planted.py", hook)
        self.replace("mkdocs.yml", "hooks: [", "hooks: [planted.py, ")

    def done(self, *command: str, code: int = 0) -> str:
        """Run a command, which has to end with this code; return what it prints, or why it failed."""
        done = self.run(*command)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stderr if code else done.stdout

    def build(self, *flags: str, code: int = 0) -> str:
        return self.done("mkdocs", "build", *flags, code=code)

    def refused(self, *flags: str) -> str:
        """Build it, which a fault has to stop before anything is published; return what is said."""
        said = self.build(*flags, code=1)
        assert not self.published
        return said

    def accept(self, *names: str, code: int = 0) -> str:
        return self.done("drift", "accept", *names, code=code)

    def make_build(self) -> str:
        """Do what `make build` does, to its end."""
        self.build(*FLAGS_OF_MAKE)
        return self.done("drift", "check", ".build/site", "--move-to", "site")

    def refusals(self) -> list[str]:
        """Return all that a build stops at, in this process: what is wrong with the files, or a page.

        A build itself ends at the first page that it can't render.
        """
        with contextlib.chdir(self.folder):
            config = load_config("mkdocs.yml", edit_uri="")
            build = Build(project.read(self.folder)).begin()
            found = list(build.project.faults)
            files = get_files(config)
            for file in files.documentation_pages():
                page = Page(None, file, config)
                page.read_source(config)
                try:
                    page.render(config, files)
                except FaultsFound as stopped:
                    found += stopped.faults
            build.runs.close()
            Build.present = None
        return [*dict.fromkeys(map(str, found))]  # a page tells again what its source told

    @property
    def published(self) -> list[Path]:
        return list(self.folder.glob("site/**/*.html"))


def whole_sheets(site: Path) -> dict[str, str]:
    """Return the theme's style sheets of a built site, as the theme has them, by their names there."""
    theme = Path(material.__file__).with_name("templates")
    names = [path.relative_to(site).as_posix() for path in site.glob("assets/stylesheets/*.css")]
    return {name: (theme / name).read_text("utf-8") for name in names}


def project_of(folder: Path, **files: str) -> Project:
    """Return the project of a folder that holds these files; two underscores stand for a slash."""
    for place in ("docs", "snippets"):
        (folder / place).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        name, _, suffix = name.replace("__", "/").rpartition("_")
        path = folder / f"{name}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return project.read(folder)


def own(html: str, source: str = "") -> Document:
    """Return a finished page that holds some HTML as its own text."""
    return Document("index.html", f"<article>{html}</article>", source)


def site_of(project: Project | None, **parts) -> finished.Site:
    """Return a site of a project that holds only some files, or some documents, by their names."""
    return finished.Site(project, "mkdocs", **{"files": {}, "documents": {}, **parts})


class Spoiled:
    """A copy of a built site, to be spoiled in one way.

    It has the theme's sheets whole, as served: cut ones would differ by whatever is spoiled there.
    """

    def __init__(self, sound: Site, folder: Path, is_cut: bool = False, generator: str = "mkdocs"):
        self.project, self.folder = project.read(sound.folder), folder / "site"
        self._generator = generator
        shutil.copytree(sound.folder / "site", self.folder)
        for name, text in {} if is_cut else whole_sheets(self.folder).items():
            self.write(name, text)

    def path(self, name: str) -> Path:
        (path,) = self.folder.glob(name)
        return path

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, name: str, before: str, after: str) -> int:
        """Replace a text of a file where it stands first; return its line."""
        path = self.path(name)
        text = path.read_text("utf-8")
        assert before in text
        path.write_bytes(text.replace(before, after, 1).encode())
        return text[: text.index(before)].count("\n") + 1

    def with_asset(self, name: str, text: str) -> None:
        """Let docs hold one more file, of which the site has a copy."""
        self.project = replace(self.project, assets={**self.project.assets, name: text.encode()})
        self.write(name, text)

    def faults(self) -> list[str]:
        built, unread = finished.read(self.project, self.folder, self._generator)
        return [str(fault) for fault in (*unread, *(finished.faults(built) if built else ()))]
