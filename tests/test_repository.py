"""What the repository promises: its sizes, commands, locks and words, and the same bytes anywhere."""

import ast
import hashlib
import json
import re
import shutil
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from tests.conftest import ADDRESS, PROJECT, REPOSITORY, TURN, python, run
from tools import chromium, python_version

# The text of Creative Commons, as the list of SPDX holds it.
TEXT_OF_CC_BY = "d557539df68e771cc1eedcc91d13f70fca930e508d11eedcafa4b15db49e3744"
NAMED = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", ".github/SECURITY.md", "Makefile")
TEXTS = [(PROJECT / name).read_text("utf-8") for name in NAMED]
README, CONTRIBUTING, CHANGELOG, SECURITY, MAKEFILE = TEXTS
FILES = run("git", "ls-files", "-z").stdout.split("\0")[:-1]
SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
REFUSED = [((2, 7), "old"), ((3, 10), "old"), ((3, 15), "new"), ((4, 0), "new")]
ROWS = [line for line in SECURITY.splitlines() if line.startswith("| ") and "::" in line]
ROOT = (
    ".ci .devcontainer .editorconfig .gitattributes .github .gitignore .pre-commit-config.yaml "
    "CHANGELOG.md CITATION.cff CONTRIBUTING.md LICENSE LICENSE-TEXT Makefile README.md config docs "
    "drift mkdocs.yml overrides pyproject.toml requirements.txt snippets tests tools"
)


def lines(folder):
    """Return the number of lines of each Python file below a folder."""
    files = (PROJECT / folder).rglob("*.py")
    return {path: len(path.read_text("utf-8").splitlines()) for path in files}


# What was measured on the 29th of November 2026, rounded up: what names each mistake of an author and
# keeps a stranger out came on top. The aim is 3,800, 1,600 and 10,000.
@pytest.mark.parametrize("folder, most", {"drift": 7534, "tools": 1815, "tests": 13_536}.items())
def test_no_folder_grows(folder, most):
    assert sum(lines(folder).values()) <= most


def test_no_module_of_the_guard_is_longer_than_can_be_held_in_mind():
    assert {path.name: count for path, count in lines("drift").items() if count > 300} == {}


def test_nothing_else_lies_in_the_root_where_many_a_tool_takes_files_unasked():
    assert {name.partition("/")[0] for name in FILES} == set(ROOT.split())


def test_python_takes_no_module_from_where_a_command_is_given_nor_a_machines_own_settings():
    assert "\nexport PYTHONSAFEPATH := 1\n" in MAKEFILE
    for line in ("unexport PYTHONDONTWRITEBYTECODE PYTHONWARNINGS", "export PIP_USER := 0"):
        assert f"\n{line}\n" in MAKEFILE
    commands = re.findall(r"(?:\.venv/bin/python|python3|…) (-.*?)`", README)
    assert len(commands) > 10 and all(command.startswith("-P ") for command in commands)


def test_no_file_names_a_package_index():
    hosts = re.compile("|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.")))
    there = {name: PROJECT / name for name in FILES if (PROJECT / name).is_file()}
    texts = {name: path.read_text("utf-8", errors="replace") for name, path in there.items()}
    assert [name for name, text in texts.items() if hosts.search(text)] == []


def test_only_wheels_with_a_locked_hash_are_installed():
    for name in ("requirements.txt", "tests/requirements.txt"):
        text = (PROJECT / name).read_text("utf-8")
        assert "://" not in text
        for package in re.findall(r"^(?![#\s]).*\n(?:    .*\n)*", text, re.MULTILINE):
            assert re.match(r"[\w.-]+==", package) and "--hash=sha256:" in package, package
    options = "--require-hashes --only-binary :all:"
    assert f"LOCKED := {options}\n" in MAKEFILE
    installs = re.findall(r"(?:\$\(INSTALL\)|-m pip install)(?:.*\\\n)*.*", MAKEFILE)
    assert len(installs) == 4
    for install in installs:
        # What is ours is installed without any other package, and without a network.
        is_ours = "--no-deps --no-build-isolation --offline --editable ." in install
        assert is_ours or options in install or "$(LOCKED)" in install, install


def test_npm_installs_the_lock_and_runs_no_script_of_a_package():
    assert "ignore-scripts=true\n" in (PROJECT / "config/npm/.npmrc").read_text("utf-8")
    assert "$(NPM) ci " in MAKEFILE
    text = (PROJECT / "config/npm/package-lock.json").read_text("utf-8")
    assert "://" not in text
    _, *packages = json.loads(text)["packages"].items()
    for name, package in packages:
        assert package["integrity"].startswith("sha512-") and "resolved" not in package, name


def test_another_table_of_the_settings_sets_up_nothing_again():
    rules = re.findall(r"^\.venv/(\w+): (.*)$", MAKEFILE, re.MULTILINE)
    assert [name for name, needs in rules if "pyproject.toml" in needs] == ["project"]


def test_a_lock_that_does_not_fit_is_told_by_the_next_command(tmp_path):
    (tmp_path / ".venv").symlink_to(PROJECT / ".venv")
    wish, text = tmp_path / "pyproject.toml", (PROJECT / "pyproject.toml").read_text("utf-8")
    (tmp_path / "rules").write_text(f"include {PROJECT}/Makefile\nfits:\n\t@$(FITS)\n", "utf-8")
    fits = ("make", "-s", "-o", ".venv/locked", "-f", "rules", "fits")
    wish.write_text(text, "utf-8")
    assert run(*fits, folder=tmp_path).returncode == 0
    for asked in ('"numpy==', '"ruff'):
        wish.write_text(text.replace(asked, '"numpy==2.0.0", #', 1), "utf-8")
        refused = run(*fits, folder=tmp_path)
        assert refused.returncode and "requirements are unsatisfiable" in refused.stderr, asked
    assert '\t@$(FITS) || { echo "What is locked does not fit pyproject.toml: make lock' in MAKEFILE


def test_one_package_can_be_raised_and_no_other():
    one, all_ = (run("make", "-n", "lock", *of).stdout for of in (["PACKAGE=numpy"], []))
    assert one.count("--upgrade-package numpy ") == 2 and "--upgrade " not in one
    assert all_.count("--upgrade ") == 2
    assert "package-lock" in all_ and "package-lock" not in one


@pytest.mark.parametrize("release, word", REFUSED)
def test_another_python_is_refused_in_one_line_that_old_ones_can_say(release, word):
    assert python_version.problem((3, 11)) == python_version.problem((3, 14)) == ""
    problem = python_version.problem(release)
    assert problem.startswith("Python {}.{} is too {}".format(*release, word))
    assert "make PYTHON=python3.12 serve" in problem and "\n" not in problem
    # 3.7 is the oldest grammar that every Python of the project can check.
    ast.parse(Path(python_version.__file__).read_text("utf-8"), feature_version=(3, 7))
    oldest, newest = (f"{major}.{minor}" for major, minor in (python_version.OLDEST, (3, 15)))
    assert SETTINGS["project"]["requires-python"] == f">={oldest},<{newest}"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", ".github/SECURITY.md"])
def test_every_command_that_is_named_is_one_of_the_makefile(name):
    text = (PROJECT / name).read_text("utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", text)) | set(re.findall(r"^make (\S+)", text, re.M))
    assert named and named <= TARGETS


def test_every_command_is_told_with_what_it_runs_without_make():
    documented = TARGETS - {"help", "clean", "set-up", "set-up-tests", "browser", "test-guard"}
    for target in documented:
        row = rf"^\| `make {target}[` ].*(?:-P -m \w|as `make|the same|see the `Makefile`)"
        assert re.search(row, README, re.MULTILINE), target
    run_by_make = re.findall(r"^\t.*\$\(RUN\) -m (\S+(?: [\w.][\w./-]*)*)", MAKEFILE, re.MULTILINE)
    assert len(run_by_make) > 20 and not [it for it in run_by_make if f"-P -m {it}" not in README]


def test_what_the_texts_name_is_in_this_project():
    for include in re.findall(r'--8<-- "(.+?)"', CONTRIBUTING):
        assert (PROJECT / "snippets" / include).is_file(), include
    folders = "docs|snippets|tests|tools|config|drift|overrides"
    for path in re.findall(rf"`((?:{folders})/[\w./-]+)`", README + CONTRIBUTING + SECURITY):
        assert (PROJECT / path).exists(), path


def test_a_commit_is_checked_by_what_the_makefile_runs():
    (repo,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repo["repo"] == "local"  # it fetches nothing
    assert [hook["entry"] for hook in repo["hooks"]] == ["make lint"]


def test_the_dev_container_is_set_up_by_the_makefile_and_has_a_python_of_this_project():
    text = (PROJECT / ".devcontainer/devcontainer.json").read_text("utf-8")
    container = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    command, *targets = container["postCreateCommand"].split()
    assert command == "make" and all(f"\n{target}: " in MAKEFILE for target in targets)
    assert container["onCreateCommand"].endswith(f" {chromium.SHELL}")
    image = r"mcr\.microsoft\.com/devcontainers/python:\d+\.\d+\.\d+-3\.(\d+)-\w+"
    assert 11 <= int(re.fullmatch(image, container["image"])[1]) <= 14


def test_this_project_has_one_version_everywhere():
    headings = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", CHANGELOG, re.MULTILINE)
    assert len(headings) == len(re.findall(r"^## ", CHANGELOG, re.MULTILINE))
    assert headings[0] == ("Unreleased", "")
    newest, day = headings[1]
    assert newest == SETTINGS["project"]["version"] == version("l1-and-l2-loss")
    days = [day for _, day in headings[1:]]
    assert days == sorted(days, reverse=True)
    cited = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    assert (cited["version"], cited["date-released"]) == (newest, day)


def test_the_licences_are_whole_and_name_whom_the_citation_names():
    text = (PROJECT / "LICENSE-TEXT").read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.sha256(text).hexdigest() == TEXT_OF_CC_BY
    assert "Copyright (c) 2026 the contributors" in (PROJECT / "LICENSE").read_text("utf-8")
    assert "- name: the contributors\n" in (PROJECT / "CITATION.cff").read_text("utf-8")
    assert "(LICENSE)" in README and "(LICENSE-TEXT)" in README


@pytest.mark.xdist_group("read")
def test_every_page_names_both_licences_and_the_version(soup):
    for page, html in soup.items():
        footer = html.select_one(".md-copyright")
        assert "MIT" in footer.text and "CC BY 4.0" in footer.text, page
        assert footer.select_one("data.build").text == version("l1-and-l2-loss"), page


@pytest.mark.parametrize("row", ROWS, ids=[row.split(" | ")[0][2:] for row in ROWS])
def test_a_threat_has_a_limit_and_tests_that_exist(row):
    _, limit, shown_by = (cell.strip() for cell in row.strip("|").split("|"))
    named = re.findall(r"`([^`]+)::([^`]+)`", shown_by)
    assert limit and shown_by == ", ".join(f"`{file}::{test}`" for file, test in named)
    for file, test in named:
        assert f"def {test}(" in (PROJECT / file).read_text("utf-8"), test


def test_the_threats_that_matter_are_there_and_the_gate_is_required_by_its_name():
    for word in ("runs code", "script", "writes", "network", "cache", "switches the guard off"):
        assert any(word in row.split(" | ")[0] for row in ROWS), word
    maintaining = (PROJECT / ".github/MAINTAINING.md").read_text("utf-8")
    (name,) = re.findall(r"the status check `([^`]+)`", maintaining)
    assert f"    name: {name}\n" in (PROJECT / ".github/workflows/ci.yml").read_text("utf-8")


# What is committed is copied whole, with its history: a page may tell the commit.
NOT_COPIED = shutil.ignore_patterns(".venv", ".build", ".*_cache", "__pycache__", "site")
# Moves this process, and what Python tells of the time in it, on by some days. Each program runs
# once: that two runs give the same was seen where the site was built first.
LATER = """
import datetime, runpy, sys, time
from drift.run import runs

days = int(sys.argv.pop(1))
real_time, real = time.time, datetime.datetime

class Later(real):
    @classmethod
    def now(cls, zone=None):
        return real.now(zone) + datetime.timedelta(days)

datetime.datetime = Later
time.time = lambda: real_time() + days * 86_400
runs.SEEDS = runs.SEEDS[:1]
runpy.run_module("mkdocs", run_name="__main__")
"""


# Two runs a day apart and a plain one show what programs give: here they run in `make test-all`.
@pytest.mark.parametrize("cache", ["on", pytest.param("off", marks=pytest.mark.exhaustive)])
def test_a_build_elsewhere_on_another_day_gives_the_same_bytes(published_site, tmp_path, cache):
    elsewhere, site = tmp_path / "another" / "folder", tmp_path / "site"
    with TURN:
        shutil.copytree(PROJECT, elsewhere, ignore=NOT_COPIED)
    surroundings = {"TZ": "America/New_York", "PYTHONHASHSEED": "3", "DRIFT_CACHE": cache}
    address = {"SITE_URL": ADDRESS, "REPO_URL": REPOSITORY}
    command = ["-c", LATER, "40", "build", "--strict", "--site-dir", site]
    made = python(*command, folder=elsewhere, **surroundings, **address)
    assert made.returncode == 0, made.stderr
    here, there = contents(published_site), contents(site)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def contents(site):
    """Return the bytes of each file of a site by its path."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
