"""What GitHub reads of this repository: sound by its schema, and by zizmor at its strictest."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT

GITHUB = PROJECT / ".github"
# The first that fits a file is its schema.
SCHEMAS = {
    "workflows/*.yml": "vendor.github-workflows",
    "dependabot.yml": "vendor.dependabot",
    "ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    "ISSUE_TEMPLATE/*.yml": "vendor.github-issue-forms",
}


def schema_of(path):
    return next(schema for name, schema in SCHEMAS.items() if path.match(name))


FILES = sorted({path for name in SCHEMAS for path in GITHUB.glob(name)})


def run(program, *arguments, folder=PROJECT):
    return subprocess.run(
        [str(Path(sys.executable).with_name(program)), *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def zizmor(folder):
    options = ("--offline", "--no-progress", "--persona", "auditor", "--strict-collection")
    return run("zizmor", *options, ".", folder=folder)


@pytest.fixture
def copy(tmp_path):
    """A copy of the folder, in which a fault can be planted in a file."""

    def plant(name, before, after):
        shutil.copytree(GITHUB, tmp_path / ".github")
        file = tmp_path / ".github" / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), "utf-8")
        return tmp_path

    return plant


def test_zizmor_finds_nothing():
    done = zizmor(PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


CHECKOUT = "actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0"
PLANTED = {
    "unpinned-uses": (CHECKOUT, "actions/checkout@v7"),
    "template-injection": ("run: make test", "run: make ${{ github.event.pull_request.title }}"),
    "dangerous-triggers": ("pull_request:", "pull_request_target:"),
    "artipacked": ("persist-credentials: false", "persist-credentials: true"),
    "excessive-permissions": ("permissions: {}", "permissions: write-all"),
    "undocumented-permissions": ("pages: write # publishes", "pages: write"),
    "secrets-outside-env": (
        "run: make test",
        "run: make test\n        env: {A: '${{ secrets.A }}'}",
    ),
}


@pytest.mark.parametrize(("audit", "planted"), PLANTED.items(), ids=PLANTED)
def test_zizmor_names_what_was_planted_in_a_workflow(copy, audit, planted):
    done = zizmor(copy("workflows/ci.yml", *planted))
    assert done.returncode != 0
    assert f"[{audit}]" in done.stdout, done.stdout + done.stderr


def test_zizmor_names_an_update_that_does_not_wait(copy):
    done = zizmor(copy("dependabot.yml", "default-days: 7", "default-days: 1"))
    assert done.returncode != 0 and "[dependabot-cooldown]" in done.stdout


@pytest.mark.parametrize("after", ["on: [", "on: 7"])
def test_a_workflow_that_zizmor_cannot_read_is_no_workflow_without_findings(copy, after):
    done = zizmor(copy("workflows/ci.yml", "on:\n", f"{after}\n"))
    assert done.returncode != 0
    assert "ci.yml" in done.stderr


def test_the_files_with_a_schema_are_found():
    named = {"ci.yml", "weekly.yml", "dependabot.yml", "config.yml", "idea.yml"}
    assert {path.name for path in FILES} >= named


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_passes_its_schema(path):
    done = run("check-jsonschema", "--builtin-schema", schema_of(path), path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("workflows/ci.yml", "runs-on:", "run-on:"),
        ("dependabot.yml", "interval: weekly", "interval: sometimes"),
        ("ISSUE_TEMPLATE/idea.yml", "type: textarea", "type: textfield"),
        ("ISSUE_TEMPLATE/config.yml", "enabled: true", "enabled: often"),
    ],
)
def test_a_misspelt_file_does_not_pass_its_schema(copy, name, before, after):
    file = copy(name, before, after) / ".github" / name
    done = run("check-jsonschema", "--builtin-schema", schema_of(file), file)
    assert done.returncode == 1 and Path(name).name in done.stdout


UPDATES = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]


def test_actions_python_and_npm_are_updated():
    kinds = [update["package-ecosystem"] for update in UPDATES]
    assert {"github-actions", "pip", "npm"} <= set(kinds)


@pytest.mark.parametrize("update", UPDATES, ids=lambda update: update["package-ecosystem"])
def test_an_update_waits_a_week_and_comes_with_all_others_of_its_kind(update):
    assert update["cooldown"] == {"default-days": 7}
    assert update["schedule"] == {"interval": "weekly"}
    assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


OWNED = [
    line.split()
    for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("owned", OWNED, ids=lambda owned: owned[0])
def test_what_is_owned_is_there(owned):
    path = owned[0]
    assert path.startswith("/")
    assert (PROJECT / path[1:]).is_dir() if path.endswith("/") else (PROJECT / path[1:]).is_file()


def test_what_decides_what_runs_and_what_is_published_is_owned():
    needed = [
        ".github/workflows/ci.yml",
        ".github/CODEOWNERS",
        ".github/dependabot.yml",
        "requirements.txt",
        "package-lock.json",
        "package.json",
        "pyproject.toml",
        "set_up.py",
        "Makefile",
        "drift/check/site.py",
        "tests/test_workflows.py",
        "mkdocs.yml",
        "policy.toml",
        "numerals.toml",
        "overrides/main.html",
        "SECURITY.md",
    ]
    for name in needed:
        assert any(f"/{name}".startswith(path) for path, *_ in OWNED), name


def test_all_that_is_owned_has_the_same_owners():
    """Or nobody, which the file says of itself: an account that does not exist would own nothing."""
    owners = {tuple(owners) for _, *owners in OWNED}
    assert len(owners) == 1
    assert all(re.fullmatch(r"@[\w-]+(/[\w.-]+)?", owner) for owner in owners.pop())
