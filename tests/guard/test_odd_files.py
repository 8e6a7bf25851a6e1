"""What is no plain file of a site is named, and not opened. Windows has no such files."""

import os

import pytest

from drift.check import site as built
from tests.guard.small_site import project_of


@pytest.fixture
def folder(tmp_path):
    """The folder of a site, in which nothing is read before it is known what lies there."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<p>Apples", "utf-8")
    return folder


def only_fault(folder):
    site, (fault,) = built.read(project_of(folder.parent), folder)
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
    assert only_fault(folder) == f"{name!a}: a name that can't be told plainly. Name it otherwise."
