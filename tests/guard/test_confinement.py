"""What Linux takes from a snippet: the network, the project's files, processes not its own.

It is collected on Linux only (conftest.py).
"""

import socket
import types

import pytest

from drift.build import Build
from drift.run import sandbox
from tests.guard.small_site import project_of
from tests.guard.test_notebook import notebook

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
    "read_beside": "print(open({project!r} + '-beside.txt').read())",
    "read_of_the_system": "print(open('/etc/passwd').read())",
}
REACHES = {
    "owner": "os.chown({project!r} + '/kept.txt', os.getuid(), os.getgid())",
    "time": "os.utime({project!r} + '/kept.txt', (1, 1))",
    "attribute": "os.setxattr({project!r} + '/kept.txt', 'user.a', b'1')",
    "flags": "fcntl.ioctl(0, 0x40086602, bytes(8))",
    "priority": "os.setpriority(os.PRIO_PROCESS, os.getppid(), 5)",
    "limits": "resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (64, 64))",
    "processors": "os.sched_setaffinity(os.getppid(), {{0}})",
    "socket_at_a_path": "socket.socket(socket.AF_UNIX).connect({project!r} + '/socket')",
    "ring": "call(425, 1, bytes(120))",
    "shared_memory": "call(29 if platform.machine() == 'x86_64' else 194, 7, 64, 0o1600)",
    "shared_file": "shared_memory.SharedMemory('apples', create=True, size=64)",
}
BEGIN = """\
import ctypes, fcntl, os, pathlib, platform, resource, shutil, socket, subprocess
from multiprocessing import shared_memory

def call(*arguments):
    if ctypes.CDLL(None, use_errno=True).syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")

"""


@pytest.fixture
def refused(given, tmp_path):
    """Return which of the things that programs do in a project the system refuses."""
    (tmp_path / "kept.txt").write_text("kept")

    def refused(doings):
        project, errors = str(tmp_path), ("PermissionError", "CalledProcessError")
        texts = {f"{name}.py": doings[name].format(project=project) for name in doings}
        texts = given({name: f"{BEGIN}{texts[name]}\nprint(1)\n" for name in texts}).items()
        return {name[:-3] for name, text in texts if any(error in text for error in errors)}

    return refused


def test_a_snippet_writes_only_into_its_working_folder(refused, tmp_path):
    assert refused(WRITES) == WRITES.keys()
    assert (tmp_path / "kept.txt").read_text() == "kept"
    assert {path.name for path in tmp_path.iterdir()} == {".cache", "docs", "kept.txt", "snippets"}
    assert not tmp_path.with_name(f"{tmp_path.name}-beside").exists()


def test_a_snippet_reads_nothing_of_the_project_nor_beside_it(refused, tmp_path):
    tmp_path.with_name(f"{tmp_path.name}-beside.txt").write_text("beside")
    assert refused(READS) == READS.keys()


def test_a_snippet_reaches_no_other_process_and_leaves_nothing_in_memory(refused, tmp_path):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        listening.listen()
        assert refused(REACHES) == REACHES.keys()


def test_a_snippet_changes_no_mode_and_copies_files_all_the_same(given, tmp_path):
    (tmp_path / "kept.txt").write_text("kept")
    before = (tmp_path / "kept.txt").stat()
    change = f"os.chmod({str(tmp_path / 'kept.txt')!r}, 0)\nshutil.copy('harvest.csv', 'copy.csv')"
    look = "pathlib.Path('a').touch()\nprint(*sorted(os.listdir()))"
    files = {"change.py": f"{BEGIN}{change}\n{look}\n", "harvest.csv": "100"}
    assert given(files) == {"change.py": "a copy.csv harvest.csv\n"}
    assert (tmp_path / "kept.txt").stat() == before


def test_a_snippet_has_no_network(given):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        address = listening.getsockname()
        doings = {
            "connect.py": f"socket.create_connection({address!r}, timeout=5)",
            "send.py": f"socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', {address!r})",
        }
        texts = given({name: f"import socket\n{doing}\n" for name, doing in doings.items()})
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert all("PermissionError" in text for text in texts.values()), texts


@pytest.mark.builds
def test_a_notebook_may_do_no_more_than_a_snippet(tmp_path):
    doings = {"writes": f"open('{tmp_path}/left.txt', 'w')"}
    doings |= {"reads": f"open('{tmp_path}/docs/a.md')"}
    texts = {f"docs__{name}_ipynb": notebook(doing) for name, doing in doings.items()}
    build = Build(project_of(tmp_path, docs__a_md="Apples.\n", **texts))
    for name in doings:
        with pytest.raises(ValueError, match="cell 2 raises PermissionError"):
            build.executed(f"{name}.ipynb")
    build.runs.close()


def test_what_a_snippet_writes_beside_its_folder_no_other_sees(given):
    leave = "open('../left.txt', 'w').close()\nos.mkdir('../left')\n"
    look = "import os\nprint(os.listdir('..'), '{}')\n"
    files = {f"{name}.py": look.format(name) + leave for name in "abcd"}
    assert given(files) == {f"{name}.py": f"['work'] {name}\n" for name in "abcd"}


def test_a_system_that_refuses_confinement_is_no_error(monkeypatch):
    refusing = dict.fromkeys(["unshare", "prctl", "syscall"], lambda *_: -1)
    monkeypatch.setattr(sandbox, "_library", types.SimpleNamespace(**refusing))
    assert not sandbox.leave_network(b"apples")
    assert not sandbox.kept_in("/", [])()
    sandbox.refuse_calls()
