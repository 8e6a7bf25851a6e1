"""Plants each way in which set-up can fail, in a scratch copy of the project, without a network."""

import ast
import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PROGRESS = "Setting up .venv (once; about a minute) ...\n"


class Copy:
    """A copy of the project whose lock holds one package, which lies in a folder beside it."""

    def __init__(self, scratch: Path) -> None:
        self.folder = scratch / "a copy"  # with a space, as on many a machine
        self.packages = scratch / "packages"
        self.environment = self.folder / ".venv"
        self.requirements = self.folder / "requirements.txt"
        for folder in (self.folder / "drift", self.packages, scratch / "home"):
            folder.mkdir(parents=True)
        for name in ("set_up.py", "pyproject.toml", "README.md", "drift/__init__.py"):
            shutil.copy(ROOT / name, self.folder / name)
        wheel = wheel_of("flit_core", self.packages)
        self.lock(hashlib.sha256(wheel.read_bytes()).hexdigest())
        # Nothing of the one who runs the tests: no settings of pip, no home.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        self.variables = kept | {
            "HOME": str(scratch / "home"),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.packages.as_uri(),
            "PIP_RETRIES": "1",
        }

    def lock(self, digest: str) -> None:
        version = importlib.metadata.version("flit_core")
        self.requirements.write_text(f"flit_core=={version} --hash=sha256:{digest}\n")

    def set_up(self) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "set_up.py"]
        return subprocess.run(
            command, cwd=self.folder, env=self.variables, capture_output=True, text=True
        )

    def module(self) -> ModuleType:
        spec = importlib.util.spec_from_file_location("set_up", self.folder / "set_up.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module


def wheel_of(name: str, folder: Path) -> Path:
    """Pack an installed package of pure Python into a wheel again."""
    package = importlib.metadata.distribution(name)
    wheel = folder / f"{name}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in package.files:
            if file.suffix != ".pyc" and file.name not in ("INSTALLER", "REQUESTED"):
                archive.write(file.locate(), file.as_posix())
    return wheel


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def assert_fails_with(copy: Copy, expected: str) -> None:
    ran = copy.set_up()
    assert ran.returncode == 1
    assert ran.stdout == PROGRESS
    assert ran.stderr.startswith("set-up: ")
    assert ran.stderr.count("\n") == 1 and ran.stderr.endswith("\n"), ran.stderr
    assert expected in ran.stderr
    assert not copy.environment.exists()


def test_an_interrupted_set_up_is_made_again_and_a_whole_one_is_kept(copy: Copy) -> None:
    leftover = copy.environment / "leftover"
    leftover.parent.mkdir()
    leftover.touch()

    first = copy.set_up()
    assert (first.returncode, first.stdout, first.stderr) == (0, PROGRESS, "")
    assert not leftover.exists()

    leftover.touch()
    second = copy.set_up()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert leftover.exists()

    module = copy.module()
    assert module.is_set_up()
    installed = [module.PYTHON, "-c", "import drift; print(drift.__file__)"]
    where = subprocess.run(installed, cwd=copy.packages, capture_output=True, text=True)
    assert Path(where.stdout.strip()).samefile(copy.folder / "drift/__init__.py")

    copy.lock("0" * 64)
    assert not module.is_set_up()


def test_a_package_that_is_not_the_locked_one_is_refused(copy: Copy) -> None:
    copy.lock("0" * 64)
    assert_fails_with(copy, "its hash differs")


def test_an_index_out_of_reach_is_told(copy: Copy) -> None:
    with socket.socket() as closed:  # bound, but it does not listen: who connects is refused
        closed.bind(("127.0.0.1", 0))
        del copy.variables["PIP_NO_INDEX"], copy.variables["PIP_FIND_LINKS"]
        copy.variables |= {
            "PIP_INDEX_URL": f"http://127.0.0.1:{closed.getsockname()[1]}/simple",
            "NO_PROXY": "127.0.0.1",
        }
        assert_fails_with(copy, "could not be reached")


def test_a_package_that_is_not_there_is_named(copy: Copy) -> None:
    copy.requirements.write_text(f"absent==1.0 --hash=sha256:{'0' * 64}\n")
    assert_fails_with(copy, "No matching distribution found for absent==1.0")


def test_a_source_package_is_not_built(copy: Copy) -> None:
    source = copy.packages / "sourced-1.0.tar.gz"
    source.touch()
    digest = hashlib.sha256(b"").hexdigest()
    copy.requirements.write_text(f"sourced==1.0 --hash=sha256:{digest}\n")
    assert_fails_with(copy, "No matching distribution found for sourced==1.0")


def test_a_python_without_venv_is_told(copy: Copy, tmp_path: Path) -> None:
    stub = tmp_path / "stub"
    stub.mkdir()
    (stub / "venv.py").write_text("raise ImportError(\"No module named 'venv'\")\n")
    copy.variables["PYTHONPATH"] = str(stub)
    assert_fails_with(copy, "apt-get install python3-venv")


@pytest.mark.parametrize(
    "printed",
    [
        "/usr/bin/python3: No module named venv\n",
        "The virtual environment was not created successfully because ensurepip is not available.",
    ],
)
def test_what_a_python_without_venv_prints_is_known(copy: Copy, printed: str) -> None:
    assert "python3-venv" in copy.module().reason(printed)


def test_a_full_disk_is_told(copy: Copy) -> None:
    printed = (
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"
    )
    assert copy.module().reason(printed).startswith("The disk is full.")


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_a_python_that_serves_is_taken(copy: Copy, version: tuple[int, int]) -> None:
    assert copy.module().problem_with_python(version) == ""


@pytest.mark.parametrize(
    ("version", "word"), [((2, 7), "old"), ((3, 10), "old"), ((3, 15), "new"), ((4, 0), "new")]
)
def test_another_python_is_refused_and_one_that_works_is_named(copy, version, word) -> None:
    problem = copy.module().problem_with_python(version, works={"python3.12"}.__contains__)
    assert f"Python {version[0]}.{version[1]} is too {word}" in problem
    assert "make PYTHON=python3.12 serve" in problem
    assert "\n" not in problem


def test_where_no_python_serves_none_is_named(copy: Copy) -> None:
    problem = copy.module().problem_with_python((3, 10), works=lambda name: False)
    assert problem.endswith("Install one of them.")


def test_set_up_parses_under_old_pythons() -> None:
    # 3.7 is the oldest grammar that every Python of the project can check.
    ast.parse((ROOT / "set_up.py").read_text(), feature_version=(3, 7))
