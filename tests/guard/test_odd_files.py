"""What is no plain file of a site or a project is named, not opened. Windows has no such files."""

import os
from pathlib import Path

import pytest

from drift.__main__ import check
from drift.check import site as built
from drift.fault import FaultsFound
from drift.project import project
from tests.guard.small_site import ALLOWED, Site, project_of

LINK = "a symbolic link, which is not followed. Put the file itself there."
PIPE = "neither a file nor a folder. Take it out."


@pytest.fixture
def folder(tmp_path):
    """The folder of a site, in which nothing is read before it is known what lies there."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<p>Apples", "utf-8")
    return folder


def only_fault(folder):
    site, (fault,) = built.read(project_of(folder.parent, pyproject_toml=ALLOWED), folder)
    assert site is None
    return str(fault)


def lay(path, target):
    """Lay a link to a target there, or a pipe."""
    path.symlink_to(target) if target else os.mkfifo(path)


@pytest.mark.parametrize("target", ["index.html", "/etc/passwd", "nowhere", ".", None])
def test_a_symbolic_link_and_a_pipe_are_named_and_not_followed(folder, target):
    lay(folder / "more.html", target)
    assert only_fault(folder) == f"more.html: {LINK if target else PIPE}"


@pytest.mark.parametrize("name", ["more\u202elmth.js", "more\nindex.html", "..\\more.html"])
def test_a_name_that_can_mislead_is_told_plainly(folder, name):
    (folder / name).write_text("<p>More", "utf-8")
    said = "a name that can't be printed plainly. Name it otherwise."
    assert only_fault(folder) == f"{name!a}: {said}"
    (folder.parent / "docs" / f"a{name}").write_text("# More", "utf-8")
    stopped = pytest.raises(FaultsFound, project.read, folder.parent)
    assert str(stopped.value) == f"{f'docs/a{name}'!a}: {said}"


@pytest.mark.parametrize("name", ["snippets/a.py", "docs/a.md", "docs/more", "numerals.toml"])
def test_in_a_project_too_unless_its_name_begins_with_a_dot(tmp_path, name):
    root = Site(tmp_path / "project").folder
    (root / "snippets/.#mean.py").symlink_to("nowhere")
    (root / name).unlink(missing_ok=True)
    for target, said in [("nowhere", LINK), (tmp_path, LINK), (None, PIPE)]:
        lay(root / name, target)
        stopped = pytest.raises(FaultsFound, project.read, root)
        assert str(stopped.value) == f"{name}: {said}"
        (root / name).unlink()


IN_THE_WAY = {
    ".cache": (["accept"], lambda path: path.touch()),
    "snippets/mean.out": (["accept"], lambda path: (path.unlink(), path.mkdir())),
    "site": (["check", ".build/site", "--move-to", "site"], lambda it: it.symlink_to("nowhere")),
}


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_what_lies_where_another_belongs_is_named(site, name):
    command, lay = IN_THE_WAY[name]
    if name == "site":
        site.build("--strict", "--site-dir", ".build/site")
    lay(site.folder / name)
    said = site.done("drift", *command, code=1).splitlines()[-1]
    assert said.startswith("drift: [Errno ") and name in said
    assert said.endswith(
        "Make room there, take out what is in the way, or see who may write there; then go on."
    )


NO_SITE = "is no built site."
BUILD, NAME = "Build one first: make build", "Name another folder, such as site"
# What is checked, and where it would be moved.
CHECKED = ["nowhere", "docs", "snippets", ".", "..", "empty", "docs/assets"]
MOVED = ["docs", "snippets", ".", "..", "docs/new", "snippets/site", "own", "overrides", "linked"]


@pytest.mark.parametrize(
    "folder, target", [*((each, None) for each in CHECKED), *((".build/site", to) for to in MOVED)]
)
def test_no_folder_but_a_built_site_is_moved_or_replaced(tmp_path, monkeypatch, folder, target):
    site = Site(tmp_path / "project")
    site.write_all({f"{each}/index.html": "<p>Apples" for each in (".build/site", "docs", "own")})
    site.write_all({f"overrides/{each}": "" for each in ("404.html", "sitemap.xml")})
    (site.folder / "empty").mkdir()
    (site.folder / "linked").symlink_to("docs")
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(site.folder)
    stopped = pytest.raises(FaultsFound, check, Path(folder), target and Path(target), "mkdocs")
    said = f"--move-to {target}: {NO_SITE} {NAME}" if target else f"{folder}: {NO_SITE} {BUILD}"
    assert str(stopped.value) == said
    assert sorted(tmp_path.rglob("*")) == before


def test_what_can_not_be_moved_away_leaves_nothing_behind(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    monkeypatch.setattr("os.rename", lambda *_: (tmp_path / "nowhere").rmdir())
    with pytest.raises(FileNotFoundError), built.taken(tmp_path / "site"):
        pass
    assert [*tmp_path.iterdir()] == [tmp_path / "site"]
