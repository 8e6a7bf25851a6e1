"""Whatever ends a run is named as that, and as nothing else; a busy machine ends none."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, wait

import psutil
import pytest

from drift import accept
from drift.fault import FaultsFound
from drift.project.snippet import Snippet
from drift.run import lock, runs
from drift.run.outcome import Outcome
from drift.run.reproducible import reason
from tests.guard.small_site import ENVIRONMENT, Site, project_of
from tests.guard.test_notebook import build_of, notebook

BUSY = "ran past its limit of 1 s of processor time"
TOO_MUCH = {
    "memory.py": ("bytearray(3 * 1024**3)", "needs over 2 GiB of memory. Let it do with less."),
    "disk.py": ("for n in range(9): os.truncate(os.open(str(n), 65), 9**8)", "leaves over 64 MiB"),
    "files.py": ("for n in range(2000): os.mkdir(str(n), 0)", "1000 files, or folders 20 deep"),
    "depth.py": ("for n in range(5000): os.mkdir('a'); os.chdir('a')", "Let it write less."),
    "link.py": ("os.symlink('/etc/passwd', os.environ['DRIFT_DRAWING'])", "draws nothing"),
}


def test_a_program_that_never_ends_is_ended_by_its_processor_time(given, either_way):
    assert BUSY in given({"busy.py": "while True:\n    pass\n"}, seconds=1)["busy.py"]


def test_one_that_will_not_be_ended_is_killed(given):
    ignore = "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\n"
    assert BUSY in given({"busy.py": f"{ignore}while True:\n    pass\n"}, seconds=1)["busy.py"]


def test_one_that_sleeps_is_ended_by_the_far_bound_of_wall_time(given, either_way):
    text = given({"sleeps.py": "import time\ntime.sleep(600)\n"}, wall_seconds=1)["sleeps.py"]
    assert "was not done after 1 s ([tool.drift] wall_seconds)" in text


def test_one_that_is_ended_in_one_of_its_two_runs_depends_on_no_order(given, tmp_path):
    loop = "while hash('pears') {} 0:\n    pass\nprint('done')\n"  # under one hash seed only
    for text in given({"a.py": loop.format(">"), "b.py": loop.format("<")}, seconds=1).values():
        assert BUSY in text and "gives something else" not in text
    done, ended = Outcome("done"), Outcome(problem=BUSY)
    for second, third in [(ended, done), (Outcome("other"), ended)]:
        why = reason(Snippet(tmp_path / "snippets", "a.py", ""), done, second, third)
        assert why == f"snippets/a.py, when it runs again, {BUSY}"


def test_a_snippet_past_a_limit_of_memory_or_disk_is_named_and_spoils_no_other(given):
    files = {name: f"import os\n{doing}\n" for name, (doing, _) in TOO_MUCH.items()}
    texts = given(files | {"sound.py": "print(6)\n"})
    assert texts.pop("sound.py") == "6\n"
    for name, text in texts.items():
        assert TOO_MUCH[name][1] in text, text


def test_a_user_has_a_limit_of_processes_where_the_system_counts_them_apart(given):
    start = "import os, time\nfor n in range(150):\n"
    start += "    if not os.fork(): time.sleep(9); os._exit(0)\n"
    is_counted = os.getuid() and not subprocess.run(["unshare", "-Un", "true"]).returncode
    text = given({"forks.py": f"{start}print(1)\n"})["forks.py"]
    assert ("has over 100 processes" if is_counted else "leaves a process behind") in text


def test_a_snippet_does_not_end_the_forkserver_or_is_named(given, either_way):
    try:
        text = given({"ends.py": "import os\nos.kill(os.getppid(), 9)\n"})["ends.py"]
    except RuntimeError as error:
        text = str(error)
    ended = "the process that runs the snippets has ended, by signal 9"
    assert "PermissionError" in text or text == ended


@pytest.mark.builds
def test_a_notebook_that_never_ends_is_ended_by_its_processor_time(tmp_path):
    build = build_of(tmp_path, notebook("while True: pass"), "seconds = 3")
    with pytest.raises(ValueError, match="ran past its limit of 3 s of processor time"):
        build.executed("try.ipynb")
    build.runs.close()


def test_one_build_runs_at_a_time_and_one_that_crashed_bars_no_other(tmp_path, python):
    take = "import os, pathlib\nfrom drift.run import lock\n"
    take += "taken = lock.acquired(pathlib.Path())\nos._exit(3)\n"
    (tmp_path / "takes.py").write_text(take)
    assert python.run(["takes"], tmp_path, {}, 600).returncode == 3
    another = pytest.raises(FaultsFound, match=r"another build is running here, by process \d+")
    with lock.acquired(tmp_path), another:
        lock.acquired(tmp_path)
    lock.acquired(tmp_path).release()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_accept_that_is_interrupted_says_so_in_one_line_and_leaves_nothing_running(tmp_path, how):
    Site(tmp_path).write("snippets/mean.py", "import time\ntime.sleep(600)\n")
    command = [sys.executable, "-m", "drift", "accept"]
    accepting = subprocess.Popen(
        command, cwd=tmp_path, env=os.environ | ENVIRONMENT, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's "&" ignores it
    )  # fmt: skip
    begun = []
    while accepting.poll() is None and len(begun) < 2:  # what runs programs, and one that it runs
        time.sleep(0.05)
        begun = psutil.Process(accepting.pid).children(recursive=True)
    os.killpg(accepting.pid, how)
    said = "Runs 1 programs, each twice; of all others it is known what they give.\n"
    said += "drift: stopped. What was not shown as changed is as it was.\n"
    assert (accepting.communicate()[0], accepting.returncode) == (said, 130)
    assert psutil.wait_procs(begun, timeout=600)[1] == []


def test_what_runs_is_named_while_accept_waits_for_it(tmp_path, monkeypatch, capsys):
    given, seconds = Future(), iter(range(runs.PATIENCE))

    class Launcher:
        """Lets what runs go on until that has been waited for."""

        def __init__(self, *_):
            self.close = list

        def run(self, snippet):
            return given

    def waited(futures, second):
        if next(seconds, None) is None and not given.done():
            given.set_result(Outcome("7\n"))
        return wait(futures, 0)

    monkeypatch.setattr(runs, "Launcher", Launcher)
    monkeypatch.setattr(runs, "wait", waited)
    project_of(tmp_path, snippets__b_py="print(7)\n", docs__a_ipynb=notebook("7"))
    accept.accept(tmp_path)
    _, said, *_ = capsys.readouterr().out.splitlines()
    assert said == "docs/a.ipynb still runs. Ctrl-C ends it."


STOPPED = """\
import os, signal, sys
from drift.__main__ import main
from drift.check import site

site.read = lambda *_: os.kill(os.getpid(), signal.SIGTERM)
sys.argv[1:] = ["check", ".build/site", "--move-to", "site"]
sys.exit(main())
"""


def test_a_check_that_is_ended_leaves_what_was_built_where_it_was(site):
    site.write(".build/site/index.html", "<p>Apples")
    site.write("stopped.py", STOPPED)
    assert site.run("stopped").returncode == 130
    assert [*site.folder.glob(".build/**/*.*")] == [site.folder / ".build/site/index.html"]
