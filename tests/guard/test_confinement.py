"""What Linux takes from a snippet: the network, the project's files, processes not its own.

It is collected on Linux only (conftest.py).
"""

import socket
import subprocess

import pytest

from tests.guard.test_notebook import build_of, notebook

WRITES = {
    "write": "pathlib.Path({project!r}, 'left.txt').write_text('x')",
    "write_beside": "pathlib.Path({project!r} + '-beside').touch()",
    "change": "pathlib.Path({project!r}, 'kept.txt').write_text('1')",
    "delete": "pathlib.Path({project!r}, 'kept.txt').unlink()",
    "make_folder": "pathlib.Path({project!r}, 'left').mkdir()",
}
READS = {
    "read": "print(pathlib.Path({project!r}, 'kept.txt').read_text())",
    "read_snippet": "print(pathlib.Path({project!r}, 'snippets/read.py').read_text())",
    "list": "print(list(pathlib.Path({project!r}, 'snippets').iterdir()))",
    "follow_link": "os.symlink({project!r}, 'a')\nprint(open('a/kept.txt').read())",
    "other_program": "subprocess.run(['cat', {project!r} + '/kept.txt'], check=True, stderr=-3)",
}


@pytest.fixture
def refused(given, tmp_path):
    """Return which of the things that programs do in a project the system refuses."""
    (tmp_path / "kept.txt").write_text("kept")

    def refused(doings):
        begin = "import os, pathlib, subprocess\n"
        files = {
            f"{name}.py": f"{begin}{doing.format(project=str(tmp_path))}\nprint(1)\n"
            for name, doing in doings.items()
        }
        errors = ("PermissionError", "CalledProcessError")
        texts = given(files).items()
        return {name[:-3] for name, text in texts if any(error in text for error in errors)}

    return refused


def test_a_snippet_writes_only_into_its_working_folder(refused, tmp_path):
    assert refused(WRITES) == WRITES.keys()
    assert (tmp_path / "kept.txt").read_text() == "kept"
    assert {path.name for path in tmp_path.iterdir()} == {".cache", "kept.txt", "snippets"}
    assert not tmp_path.with_name(f"{tmp_path.name}-beside").exists()


def test_a_snippet_reads_nothing_of_the_project(refused):
    assert refused(READS) == READS.keys()


def test_one_that_shares_memory_is_told_what_a_snippet_may_not(given):
    pool = "import multiprocessing\nwith multiprocessing.Pool(2) as pool:\n    print(pool)\n"
    text = given({"pool.py": pool})["pool.py"]
    assert text.startswith("does what the system refuses. A snippet writes only into its working")
    assert "no memory to share (multiprocessing). Let one process compute it." in text


def test_a_snippet_has_no_network(given):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        address = listening.getsockname()
        connect = f"import socket\nsocket.create_connection({address!r}, timeout=5)\n"
        text = given({"connect.py": connect})["connect.py"]
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert "Network is unreachable" in text or "PermissionError" in text


def test_a_snippet_sends_no_datagram_where_the_system_gives_it_a_network_of_its_own(given):
    send = "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"
    text = given({"send.py": f"import socket\n{send}\n"})["send.py"]
    has_its_own = not subprocess.run(["unshare", "--user", "--net", "true"]).returncode
    assert ("Network is unreachable" in text) == has_its_own


@pytest.mark.parametrize(
    "doing", ["open({!r} + '/left.txt', 'w')", "open({!r} + '/docs/try.ipynb')"]
)
def test_a_notebook_may_do_no_more_than_a_snippet(doing, tmp_path):
    build = build_of(tmp_path, notebook(doing.format(str(tmp_path))))
    with pytest.raises(ValueError, match="cell 2 raises PermissionError"):
        build.executed("try.ipynb")
    build.runs.close()


def test_what_a_snippet_writes_beside_its_folder_no_other_sees(given):
    text = (
        "import os\nprint(os.listdir('..'), '{0}')\n"
        "open('../left.txt', 'w').close()\nos.mkdir('../left')\n"
    )
    files = {f"{name}.py": text.format(name) for name in "abcd"}
    assert given(files) == {f"{name}.py": f"['work'] {name}\n" for name in "abcd"}
