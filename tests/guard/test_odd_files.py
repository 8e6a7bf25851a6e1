"""What is no plain file of a site or a project is named, not opened. Windows has no such files."""

import os

import pytest

from drift.check import site as built
from drift.fault import FaultsFound
from drift.project import project
from tests.guard.small_site import ALLOWED, Site, project_of


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


@pytest.mark.parametrize("target", ["index.html", "/etc/passwd", "nowhere", "."])
def test_a_symbolic_link_is_named_and_not_followed(folder, target):
    (folder / "more.html").symlink_to(target)
    assert only_fault(folder).startswith("more.html: a symbolic link")


def test_a_pipe_is_named_and_not_waited_for(folder):
    os.mkfifo(folder / "more.html")
    assert only_fault(folder).startswith("more.html: neither a file nor a folder")


@pytest.mark.parametrize("name", ["more\u202elmth.js", "more\nindex.html", "..\\more.html"])
def test_a_name_that_can_mislead_is_told_plainly(folder, name):
    (folder / name).write_text("<p>More", "utf-8")
    assert (
        only_fault(folder) == f"{name!a}: a name that can't be printed plainly. Name it otherwise."
    )


LINK = "a symbolic link, which is not followed. Put the file itself there."
PIPE = "neither a file nor a folder. Take it out."


@pytest.mark.parametrize("name", ["snippets/a.py", "docs/a.md", "docs/more", "numerals.toml"])
def test_in_a_project_too_unless_its_name_begins_with_a_dot(tmp_path, name):
    root = Site(tmp_path / "project").folder
    (root / "snippets/.#mean.py").symlink_to("nowhere")
    (root / name).unlink(missing_ok=True)
    for target, said in [("nowhere", LINK), (tmp_path, LINK), (None, PIPE)]:
        (root / name).symlink_to(target) if target else os.mkfifo(root / name)
        with pytest.raises(FaultsFound) as stopped:
            project.read(root)
        assert str(stopped.value) == f"{name}: {said}"
        (root / name).unlink()
