"""Runs `python -m …` in forks of one warm Python, which has loaded what takes long to load.

A fork does what a process of its own does, to its end: it has its own folder, environment and
output, ends as Python ends, and leaves nothing behind in the next. Only Linux forks safely.
"""

import gc
import json
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2

LOADED = (
    "drift.check.site",
    "drift.page.fences",
    "drift.generators.mkdocs",
    "markdown_exec",
    "material",
    "mkdocs.commands.build",
    "mkdocs.config.defaults",
    "mkdocs.theme",
    "pygments.formatters.html",
    "pygments.lexers.python",
    "pymdownx.emoji",
    "pymdownx.snippets",
    "pymdownx.tabbed",
)


class Python:
    """A warm Python, which runs one command after the other."""

    def __init__(self, environment: dict[str, str]):
        """Start it. What Python itself reads of `environment` when it starts holds for all."""
        self._folder = TemporaryDirectory()
        self._output, self._complaints = (
            Path(self._folder.name, name) for name in ("output", "complaints")
        )
        self._process = subprocess.Popen(
            [sys.executable, "-P", __file__, self._folder.name],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(
        self, command: Sequence[str], folder: Path, environment: dict[str, str], seconds: int
    ) -> subprocess.CompletedProcess:
        """Run a module, given with its arguments; return what `subprocess.run` returns."""
        request = {
            "command": command,
            "folder": str(folder),
            "environment": environment,
            "seconds": seconds,
            "files": [os.devnull, str(self._output), str(self._complaints)],
        }
        print(json.dumps(request), file=self._process.stdin, flush=True)
        code = self._process.stdout.readline()
        assert code, "the warm Python has ended"
        said = (file.read_text("utf-8") for file in (self._output, self._complaints))
        return subprocess.CompletedProcess(command, int(code), *said)

    def close(self) -> None:
        """End it, as its input ends."""
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()
        self._folder.cleanup()


def asked() -> dict | None:
    """Fork for each request; return it in the fork, and nothing when no more will come."""
    for line in sys.stdin:
        if not (child := os.fork()):
            return json.loads(line)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    return None


def become(
    command: Sequence[str],
    folder: str,
    environment: dict[str, str],
    seconds: int,
    files: Sequence[str],
) -> None:
    """Make this process the one that runs a command, and run it."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, file in enumerate(files):
        way = os.O_WRONLY | os.O_CREAT | os.O_TRUNC if number else os.O_RDONLY
        os.dup2(os.open(file, way), number)
    signal.alarm(seconds)  # which ends it
    sys.path.insert(0, folder)
    sys.argv[1:] = command[1:]
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    for name in LOADED:
        import_module(name)
    # Compiling the theme's templates, each known by its text, takes as long as the build itself.
    compiled = jinja2.FileSystemBytecodeCache(sys.argv[1])
    jinja2.Environment.bytecode_cache = property(lambda self: compiled, lambda self, value: None)
    gc.freeze()
    if request := asked():
        become(**request)
