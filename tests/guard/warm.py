"""Runs `python -m …` in forks of one warm Python, which has loaded what takes long to load.

A fork does what a process of its own does, to its end: it has its own folder, environment and
output, ends as Python ends, and leaves nothing behind in the next. Only Linux forks safely.
"""

import functools
import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import traceback
from glob import glob
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2
import yaml
from markdown import Markdown
from mkdocs import utils
from mkdocs.config import load_config
from mkdocs.utils.yaml import get_yaml_loader

from drift.run import worker

PROJECT = Path(__file__).parents[2]
LOADED = "drift.check.site", "drift.page.fences", "markdown_exec", "mkdocs.commands.build"


class Python:
    """A warm Python, which runs one command after the other."""

    def __init__(self, environment: dict[str, str]):
        """Start it. What Python itself reads of `environment` when it starts holds for all."""
        self._folder = TemporaryDirectory()
        self._files = [str(Path(self._folder.name, name)) for name in ("output", "error")]
        command = [sys.executable, "-P", __file__, self._folder.name]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
        self._process = subprocess.Popen(command, env=environment, **pipes)

    def run(self, command, folder, environment, seconds) -> subprocess.CompletedProcess:
        """Run a module, given with its arguments; return what `subprocess.run` returns."""
        files = [os.devnull, *self._files]
        request = [command, str(folder), environment, seconds, files]
        print(json.dumps(request), file=self._process.stdin, flush=True)
        code = self._process.stdout.readline()
        assert code, "the warm Python has ended"
        texts = (Path(file).read_text("utf-8") for file in self._files)
        return subprocess.CompletedProcess(command, int(code), *texts)

    def close(self) -> None:
        """End it, as its input ends."""
        self._process.communicate()
        self._folder.cleanup()


def become(command, folder, environment, seconds, files) -> None:
    """Make this process the one that runs a command, and run it."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, file in enumerate(files):
        way = os.O_WRONLY | os.O_CREAT | os.O_TRUNC if number else os.O_RDONLY
        os.dup2(os.open(file, way), number)
    signal.alarm(seconds)  # which ends it
    sys.path.append(folder)  # behind all packages: nothing in it stands in for one
    sys.argv[1:] = command[1:]
    code = None
    try:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    if not isinstance(code, int | None):
        print(code, file=sys.stderr)
        code = 1
    leave = os._exit  # a name of this module, which goes
    worker.finish(sys.modules["__main__"])
    leave(code or 0)


def main(folder) -> None:
    """Fork for each request, and be the command in the fork; end when no more will come."""
    for name in LOADED:
        import_module(name)
    # What a site's configuration names is found and loaded once; each command reads its own again.
    utils.entry_points = functools.cache(utils.entry_points)
    known = load_config(str(PROJECT / "mkdocs.yml"))
    Markdown(extensions=known.markdown_extensions, extension_configs=known.mdx_configs)
    get_yaml_loader.__defaults__ = (yaml.CLoader, None)  # which gives the same, much sooner
    # Compiling the theme's templates, each known by its text, takes as long as the build itself.
    compiled = jinja2.FileSystemBytecodeCache(folder)
    jinja2.Environment.bytecode_cache = property(lambda self: compiled, lambda self, value: None)
    # A theme's 14,000 icons are hidden files, none of which MkDocs takes from its list.
    jinja2.FileSystemLoader.list_templates = lambda self: sorted(
        {name for each in self.searchpath for name in glob("**", root_dir=each, recursive=True)}
    )
    gc.freeze()
    for line in sys.stdin:
        if not (child := os.fork()):
            return become(*json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
