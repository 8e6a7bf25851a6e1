"""`make lint`, and the commit that it stands before, in a small copy of the project."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

RULES = ".markdownlint-cli2.jsonc"
HOOKS = ".pre-commit-config.yaml"
COPIED = [
    *("lint.py", "tests/npm.py", "package.json", "package-lock.json", ".npmrc"),
    *("Makefile", "pyproject.toml", RULES, HOOKS),
]
PAGE = "# Apples\n\nThere are apples.\n"
PROGRAM = "apples = 3\nprint(apples)\n"
# What is planted, in which file, and what names it.
FAULTS = {
    "a misspelt word": (
        "docs/index.md",
        PAGE + "\nWe recieve apples.\n",  # codespell:ignore recieve
        "docs/index.md:5: recieve ==> receive",  # codespell:ignore recieve
    ),
    "a name spelt otherwise": (
        "docs/index.md",
        PAGE + "\nNumpy adds them.\n",
        "docs/index.md:5:1 error MD044/proper-names",
    ),
    "a name spelt otherwise, in a heading of the README": (
        "README.md",
        "# How github shows it\n",
        "README.md:1:7 error MD044/proper-names",
    ),
    "a broken heading": (
        "docs/index.md",
        PAGE + "\n##Pears\n",
        "docs/index.md:5:1 error MD018/no-missing-space-atx",
    ),
    "an import that nothing uses": (
        "snippets/apples.py",
        f"import os\n\n{PROGRAM}",
        f"snippets{os.sep}apples.py:1:8",
    ),
    "a line that is not formatted": ("snippets/apples.py", "apples=3\n", "-apples=3"),
}


class Copy:
    """As much of the project as the checks need, with one page and one program."""

    def __init__(self, folder):
        self.folder = folder
        for name in COPIED:
            self.write(name, (PROJECT / name).read_text("utf-8"))
        self.write("docs/index.md", PAGE)
        self.write("snippets/apples.py", PROGRAM)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def run(self, *command):
        """Run a command; return its exit code and all that it says."""
        # Of the Makefile's two Pythons the one does nothing, and the other is ours.
        variables = f" -- PYTHON=true RUN={sys.executable}"
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=os.environ
            | {
                "MAKEFLAGS": variables,
                "PRE_COMMIT_HOME": str(self.folder / ".cache" / "hooks"),
                "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"],
                "NO_COLOR": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.returncode, done.stdout


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def test_what_is_as_it_should_be_passes(copy):
    code, said = copy.run(sys.executable, "lint.py")
    assert code == 0, said


@pytest.mark.parametrize("file, text, expected", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_file_and_line(copy, file, text, expected):
    copy.write(file, text)
    code, said = copy.run(sys.executable, "lint.py")
    assert code == 1
    assert expected in said, said
    assert said.count("lint: ") == 1, said  # what to do, and nothing of the other checks


def test_one_fault_hides_no_other(copy):
    copy.write("snippets/apples.py", "import os\napples=3\n")
    copy.write("docs/index.md", "# Of teh apples of numpy\n")  # codespell:ignore teh
    code, said = copy.run(sys.executable, "lint.py")
    assert code == 1
    named = ["apples.py:1:8", "-apples=3", "index.md:1: teh", "MD044"]  # codespell:ignore teh
    for expected in named:
        assert expected in said, said
    assert said.count("lint: ") == 4


def test_a_program_or_a_command_spells_a_name_as_it_must(copy):
    copy.write("docs/index.md", PAGE + '\nSee `import numpy`.\n\n<div class="numpy"></div>\n')
    code, said = copy.run(sys.executable, "lint.py")
    assert code == 0, said


def test_where_npm_has_installed_nothing_it_is_told_what_to_run(copy):
    copy.write("package.json", "{}")
    copy.write("snippets/apples.py", f"import os\n\n{PROGRAM}")
    code, said = copy.run(sys.executable, "lint.py")
    assert code == 1
    assert "lint: npm's packages are not installed. Run: .venv/bin/python tests/npm.py" in said
    assert "apples.py:1:8" in said


def test_make_test_looks_for_faults_first():
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert re.search(r"^test: lint ", makefile, re.MULTILINE)


def test_each_rule_that_is_off_or_set_otherwise_has_its_reason():
    lines = (PROJECT / RULES).read_text("utf-8").splitlines()
    rules = [at for at, line in enumerate(lines) if re.match(r' {4}"[a-z-]+": ', line)]
    assert len(rules) > 4
    for at in rules:
        assert lines[at - 1].strip().startswith("// "), lines[at]


def test_each_word_that_is_no_mistake_has_its_reason():
    told = (PROJECT / "pyproject.toml").read_text("utf-8")
    words = re.search(r"^ignore-words-list = \[\n(.*?)^\]", told, re.DOTALL | re.MULTILINE)[1]
    for line in words.splitlines():
        assert re.fullmatch(r' +"\w+", +# .{5,}', line), line


def test_before_a_commit_runs_what_the_makefile_runs(copy):
    assert shutil.which("make"), "make is needed, as for every command"
    assert copy.run("git", "init", "--quiet")[0] == 0
    assert copy.run("git", "add", ".")[0] == 0
    commit = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    code, said = copy.run(*commit)
    assert code == 0, said
    assert "make lint" in said and "Passed" in said
    file, text, expected = FAULTS["an import that nothing uses"]
    copy.write(file, text)
    assert copy.run("git", "add", ".")[0] == 0
    code, said = copy.run(*commit)
    assert code == 1
    assert expected in said, said


def test_what_runs_before_a_commit_fetches_nothing_and_is_written_as_pre_commit_wants(copy):
    code, said = copy.run(sys.executable, "-m", "pre_commit", "validate-config", HOOKS)
    assert code == 0, said
    assert re.findall(r"repo: (\S+)", (PROJECT / HOOKS).read_text("utf-8")) == ["local"]
    copy.write(HOOKS, (PROJECT / HOOKS).read_text("utf-8").replace("entry:", "enter:"))
    assert copy.run(sys.executable, "-m", "pre_commit", "validate-config", HOOKS)[0] == 1
