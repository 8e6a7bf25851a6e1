"""What Linux takes from a snippet: the network, the project's files, processes not its own.

It is collected on Linux only (conftest.py).
"""

import socket
from pathlib import Path

import pytest

from tests.guard.small_site import FENCE, PAGE

WRITES = {
    "writing to the project": "pathlib.Path({project!r}, 'left.txt').write_text('x')",
    "writing beside the project": "pathlib.Path({project!r} + '-beside').touch()",
    "changing a file": "pathlib.Path({project!r}, 'snippets/mean.out').write_text('1')",
    "deleting a file": "pathlib.Path({project!r}, 'snippets/mean.out').unlink()",
    "making a folder": "pathlib.Path({project!r}, 'left').mkdir()",
}


def build_with(site, doing):
    source = "import os\nimport pathlib\nimport socket\n"
    source += doing.format(project=site.folder.as_posix()) + "\nprint(1)\n"
    site.write("snippets/mean.py", source)
    site.write("docs/index.md", f"# Apples\n\n{FENCE}")
    (site.folder / "snippets/mean.values").unlink()
    built = site.build()
    assert built.returncode == 1
    assert not site.published
    return built.stdout + built.stderr


@pytest.mark.parametrize("doing", WRITES.values(), ids=WRITES)
def test_a_snippet_writes_only_into_its_working_folder(site, doing):
    assert "PermissionError" in build_with(site, doing)
    assert site.read("snippets/mean.out") == "mean error 6.67\n"
    assert not (site.folder / "left").exists() and not (site.folder / "left.txt").exists()
    assert not Path(f"{site.folder}-beside").exists()


READS = {
    "another page": "print(pathlib.Path({project!r}, 'docs/index.md').read_text())",
    "another snippet": "print(pathlib.Path({project!r}, 'snippets/mean.out').read_text())",
    "the names of the pages": "print(list(pathlib.Path({project!r}, 'docs').iterdir()))",
    "the project by a link": "os.symlink({project!r}, 'a')\nprint(open('a/mkdocs.yml').read())",
    "the project from another program": (
        "import subprocess\n"
        "subprocess.run(['cat', {project!r} + '/mkdocs.yml'], check=True, stderr=subprocess.DEVNULL)"
    ),
}


@pytest.mark.parametrize("doing", READS.values(), ids=READS)
def test_a_snippet_reads_nothing_of_the_project(site, doing):
    said = build_with(site, doing)
    assert "PermissionError" in said or "CalledProcessError" in said


def test_a_snippet_has_no_network(site):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        said = build_with(site, f"socket.create_connection({listening.getsockname()!r}, timeout=5)")
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert "Network is unreachable" in said or "PermissionError" in said


def test_a_snippet_that_ends_the_process_above_it_stops_the_build(site):
    said = build_with(site, "os.kill(os.getppid(), 15)")
    assert "PermissionError" in said or "the process that runs the snippets has ended" in said


def test_what_a_snippet_writes_beside_its_folder_no_other_sees(site):
    text = (
        "import pathlib\nprint(sorted(path.name for path in pathlib.Path('..').iterdir()), '{name}')\n"
        "pathlib.Path('../left.txt').touch()\npathlib.Path('../left').mkdir()\n"
    )
    page = PAGE
    for name in ("a", "b", "c", "d"):
        site.write(f"snippets/{name}.py", text.format(name=name))
        site.write(f"snippets/{name}.out", f"['work'] {name}\n")
        page += "\n" + FENCE.replace("mean.py", f"{name}.py")
    site.write("docs/index.md", page)
    built = site.build("--strict")
    assert built.returncode == 0, built.stderr
