"""`python -m drift.matrix`: snippets run with each version of a library, planted here beside a site."""

import os
import socket
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from drift import matrix
from drift.environments import Environment
from drift.matrix import DRIFTED, HELD, NOT_RUN, Trial
from drift.project import settings
from tests.guard.small_site import FENCE, PAGE

SETTINGS = '[tool.drift.matrix]\nlibrary = "pears"\noldest = "1.0"\n'
MEAN = "def mean(pears):\n    return sum(pears) / len(pears)\n"
OTHER_MEAN = MEAN.replace("len(pears)", "(len(pears) - 1)")
PROGRAM = """\
import pears

errors = [10, 5, 5]
mean = pears.mean(errors)
print(f"mean error {mean:.2f}")
"""


class Pears:
    """A site whose program imports a small library, and an index with versions of it."""

    def __init__(self, site, index: Path):
        self.site, self.index = site, index
        index.mkdir()
        # uv knows no other place than this folder, and asks no network.
        only_here = index.with_name("uv.toml")
        only_here.write_text(f"no-index = true\nfind-links = ['{index.as_posix()}']\n", "utf-8")
        self.variables = {
            "UV_CONFIG_FILE": str(only_here),
            "UV_CACHE_DIR": str(index.with_name("cache")),
            "UV_OFFLINE": "1",
        }
        site.write("pyproject.toml", SETTINGS)
        site.write("snippets/mean.py", PROGRAM)

    def publish(self, number: str, text: str) -> None:
        about = f"Metadata-Version: 2.1\nName: pears\nVersion: {number}\n"
        kind = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        folder = f"pears-{number}.dist-info"
        files = {"pears.py": text, f"{folder}/METADATA": about, f"{folder}/WHEEL": kind}
        files[f"{folder}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{folder}/RECORD"])
        with zipfile.ZipFile(self.index / f"pears-{number}-py3-none-any.whl", "w") as wheel:
            for name, content in files.items():
                wheel.writestr(name, content)

    def tried(self, *options: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "drift.matrix", *options],
            cwd=self.site.folder,
            env=os.environ | {"PYTHONUTF8": "1"} | self.variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )


@pytest.fixture
def pears(site, tmp_path_factory):
    return Pears(site, tmp_path_factory.mktemp("index") / "wheels")


def rows(tried):
    """Return the words of each line of the table, by its first word."""
    return {words[0]: words[1:] for line in tried.stdout.splitlines() if (words := line.split())}


def test_every_version_under_which_the_snippets_hold_is_told(pears):
    for number in ("1.0", "1.5", "2.0"):
        pears.publish(number, MEAN)
    tried = pears.tried("--report", "report.md")
    assert tried.returncode == HELD, tried.stdout + tried.stderr
    table = rows(tried)
    assert table["oldest"] == ["1.0", "1", "1", "0"]
    assert table["newest"] == ["2.0", "1", "1", "0"]
    assert " ".join(table["pre-release"]) == "- there is none after 2.0"
    assert not (pears.site.folder / "report.md").exists()


def test_a_version_older_than_the_supported_ones_is_not_tried(pears):
    pears.publish("0.9", OTHER_MEAN)
    pears.publish("1.1", MEAN)
    tried = pears.tried()
    assert tried.returncode == HELD
    assert rows(tried)["oldest"][0] == rows(tried)["newest"][0] == "1.1"


def test_drift_is_told_with_snippet_version_and_difference_and_reported(pears):
    pears.publish("1.0", MEAN)
    pears.publish("2.0", OTHER_MEAN)
    tried = pears.tried("--report", "report.md")
    assert tried.returncode == DRIFTED
    assert rows(tried)["oldest"] == ["1.0", "1", "1", "0"]
    assert rows(tried)["newest"] == ["2.0", "1", "0", "1"]
    assert "with pears 2.0: snippets/mean.py gives something else" in tried.stdout
    for line in ("-mean error 6.67", "+mean error 10.00", "+mean:.2f = 10.00"):
        assert line in tried.stdout.splitlines()
    report = pears.site.read("report.md").splitlines()
    assert [line.removeprefix("    ") for line in report] == tried.stdout.splitlines()
    assert all(line.startswith("    ") for line in report if line)


def test_a_value_that_drifts_unprinted_is_found(pears):
    pears.site.write("snippets/mean.py", PROGRAM.replace("{mean:.2f}", "unknown"))
    pears.site.write("snippets/mean.out", "mean error unknown\n")
    pears.publish("1.0", OTHER_MEAN)
    tried = pears.tried()
    assert tried.returncode == DRIFTED
    assert "+mean:.2f = 10.00" in tried.stdout


def test_a_pre_release_is_tried_too_and_a_program_that_fails_under_it_drifts(pears):
    pears.publish("1.0", MEAN)
    pears.publish("2.0a1", "def average(pears):\n    return 0\n")
    tried = pears.tried()
    assert tried.returncode == DRIFTED
    assert rows(tried)["newest"] == ["1.0", "1", "1", "0"]
    assert rows(tried)["pre-release"] == ["2.0a1", "1", "0", "1"]
    assert "with pears 2.0a1: snippets/mean.py raises an error." in tried.stdout
    assert "module 'pears' has no attribute 'mean'" in tried.stdout


def test_a_warning_of_a_version_is_drift(pears):
    warns = "    import warnings\n    warnings.warn('mean goes', FutureWarning)\n"
    pears.publish("1.0", MEAN.replace("    return", warns + "    return"))
    tried = pears.tried()
    assert tried.returncode == DRIFTED
    assert "FutureWarning: mean goes" in tried.stdout


def test_what_a_library_says_when_it_prepares_itself_is_no_drift(pears):
    prepares = """\
import os, pathlib, sys

mark = pathlib.Path(os.environ["MPLCONFIGDIR"], "prepared")
if not mark.exists():
    mark.touch()
    sys.stderr.write("preparing")
"""
    pears.publish("1.0", prepares + MEAN)
    assert pears.tried().returncode == HELD


def test_a_terminal_session_runs_with_the_same_version(pears):
    pears.site.write("snippets/run.console", "$ python mean.py\n")
    pears.site.write("snippets/run.console.out", "mean error 6.67\n")
    pears.publish("1.0", MEAN)
    pears.publish("2.0", OTHER_MEAN)
    tried = pears.tried()
    assert rows(tried)["oldest"] == ["1.0", "2", "2", "0"]
    assert rows(tried)["newest"] == ["2.0", "2", "0", "2"]
    assert "with pears 2.0: snippets/run.console gives something else" in tried.stdout


def test_what_the_index_does_not_have_could_not_be_run(pears):
    pears.site.write("pyproject.toml", SETTINGS + 'beside = ["plums"]\n')
    pears.publish("1.0", MEAN)
    tried = pears.tried()
    assert tried.returncode == NOT_RUN
    told = " ".join(rows(tried)["newest"])
    assert told.startswith("1.0 could not be run: No solution found") and "plums" in told


def test_without_a_network_nothing_could_be_run_and_the_reason_is_told(pears):
    with socket.socket() as closed:  # bound, but it does not listen: who connects is refused
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/simple"
        Path(pears.variables["UV_CONFIG_FILE"]).write_text("", "utf-8")
        pears.variables |= {
            "UV_OFFLINE": "0",
            "UV_DEFAULT_INDEX": address,
            "UV_HTTP_RETRIES": "0",
            "NO_PROXY": "127.0.0.1",
        }
        tried = pears.tried()
    assert tried.returncode == NOT_RUN
    for label in ("oldest", "newest", "pre-release"):
        assert " ".join(rows(tried)[label]).startswith("- could not be run: ")
    assert "Failed to fetch" in tried.stdout


def test_trying_versions_leaves_the_project_and_this_environment_as_they_were(pears):
    pears.publish("1.0", MEAN)
    before = {path for path in pears.site.folder.rglob("*") if ".cache" not in path.parts}
    assert pears.tried().returncode == HELD
    after = {path for path in pears.site.folder.rglob("*") if ".cache" not in path.parts}
    assert after == before
    imports = subprocess.run([sys.executable, "-c", "import pears"], capture_output=True)
    assert imports.returncode != 0


def test_what_is_installed_here_can_be_tried_alone_and_drawings_are_not_compared(site):
    site.write("pyproject.toml", SETTINGS.replace("pears", "numpy") + 'beside = ["matplotlib"]\n')
    drawn = "import matplotlib.pyplot as plt\n\nplt.plot([1, 2])\nplt.title('Two')\nplt.show()\n"
    site.write("snippets/draw.py", drawn)
    site.write("snippets/draw.svg", "<svg>as another version draws it</svg>\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "draw.py"))
    tried = site.run("drift.matrix", "--installed")
    assert tried.returncode == HELD, tried.stdout + tried.stderr
    table = rows(tried)
    assert table["installed"][:4] == [version("numpy"), "2", "2", "0"]
    assert table["installed"][4:] == ["matplotlib", version("matplotlib")]
    assert "newest" not in table


def test_a_library_that_is_not_installed_could_not_be_run(pears):
    tried = pears.tried("--installed")
    assert tried.returncode == NOT_RUN
    assert "could not be run: pears is not installed" in tried.stdout


def test_an_interpreter_that_does_not_start_is_told(pears):
    planted = settings.matrix(pears.site.folder)
    pears.publish("1.0", MEAN)
    with zipfile.ZipFile(next(pears.index.glob("*.whl"))) as wheel:
        wheel.extractall(pears.index / "libraries")
    absent = Environment(str(pears.index / "absent"), str(pears.index / "libraries"))
    trial = matrix.compared("oldest", pears.site.folder, planted, absent)
    assert trial.reason.startswith("no process could be started for snippets: ")
    assert absent.interpreter in trial.reason


def test_drift_is_told_before_what_could_not_be_run():
    held, missed = Trial("oldest", "1.0", snippets=1), Trial("newest", reason="no network")
    none = Trial("pre-release", reason="there is none", absent=True)
    drifted = Trial("newest", "2.0", snippets=1, drifts=["snippets/mean.py gives something else"])
    assert matrix.exit_code([held, none]) == HELD
    assert matrix.exit_code([held, missed]) == NOT_RUN
    assert matrix.exit_code([missed, drifted]) == DRIFTED
    assert matrix.exit_code([]) == NOT_RUN


BAD_SETTINGS = {
    "no table": ("", "has no table [tool.drift.matrix]"),
    "a misspelt key": (SETTINGS.replace("oldest", "oldst"), "[tool.drift.matrix] has no oldst"),
    "no version": ('[tool.drift.matrix]\nlibrary = "pears"\n', "does not say oldest"),
}


@pytest.mark.parametrize("text, expected", BAD_SETTINGS.values(), ids=BAD_SETTINGS)
def test_bad_settings_are_told(pears, text, expected):
    pears.site.write("pyproject.toml", text)
    tried = pears.tried()
    assert tried.returncode == NOT_RUN
    assert tried.stderr.startswith("drift: pyproject.toml: ") and expected in tried.stderr
