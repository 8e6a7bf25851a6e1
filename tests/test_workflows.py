"""The workflows: least rights, pinned actions, and one issue about drift."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
TITLE = "Snippets drift with other versions of a library"
# In the place of GitHub's program: keeps what it is told, and answers which issue is open.
GH = """\
#!{python}
import json, os, sys

with open("told.jsonl", "a") as told:
    told.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
"""


JOBS = {
    f"{path.stem}, {name}": job
    for path in WORKFLOWS
    for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items()
}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_a_commit_and_names_its_version(path):
    uses = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    for line in uses:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_gives_no_right_to_all_its_jobs(path):
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_a_job_that_may_write_runs_no_code_of_the_project(job):
    rights = job["permissions"]
    has_code = any("actions/checkout@" in step.get("uses", "") for step in job["steps"])
    assert rights == {"contents": "read"} if has_code else "contents" not in rights


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_nothing_is_put_into_a_shell_but_through_its_environment(job):
    assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_what_is_published_holds_the_printed_article():
    build = JOBS["ci, build"]
    assert "make pdf" in [step.get("run") for step in build["steps"]]


def test_publishing_waits_for_the_tests_and_the_build_and_for_no_measurement():
    assert JOBS["ci, deploy"]["needs"] == ["test", "build"]
    assert [step["run"] for step in JOBS["ci, lighthouse"]["steps"] if "run" in step] == [
        "make lighthouse"
    ]


class Telling:
    """The last step of the weekly workflow, in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        weekly = yaml.safe_load((PROJECT / ".github/workflows/weekly.yml").read_text("utf-8"))
        self.script = weekly["jobs"]["tell"]["steps"][-1]["run"]
        program = folder / "bin" / "gh"
        program.parent.mkdir()
        program.write_text(GH.format(python=sys.executable), "utf-8")
        program.chmod(0o755)

    def report(self, name: str, text: str) -> None:
        (self.folder / "reports").mkdir(exist_ok=True)
        (self.folder / "reports" / name).write_text(text, "utf-8")

    def told(self, number: str = "") -> list[list[str]]:
        """Run the step while an issue is open, or none; return the commands it gave to GitHub."""
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", self.script],
            cwd=self.folder,
            env=os.environ
            | {
                "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
                "OPEN": number,
                "GITHUB_SERVER_URL": "https://forge.example",
                "GITHUB_REPOSITORY": "somebody/apples",
                "GITHUB_RUN_ID": "7",
            },
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        file = self.folder / "told.jsonl"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return [json.loads(line) for line in lines]


@pytest.fixture
def telling(tmp_path):
    return Telling(tmp_path)


def test_drift_opens_one_issue_with_every_report(telling):
    telling.report("ubuntu-3.11.md", "    with pears 2.0: `$(touch planted)`\n")
    telling.report("windows-3.14.md", "    with pears 3.0: drifts\n")
    asked, opened = telling.told()
    assert TITLE in asked[-1] and "app/github-actions" in asked[-1]
    assert opened == ["issue", "create", "--title", TITLE, "--body-file", "shown.md"]
    shown = (telling.folder / "shown.md").read_text("utf-8")
    assert "https://forge.example/somebody/apples/actions/runs/7" in shown
    assert "    with pears 2.0: `$(touch planted)`\n" in shown and "pears 3.0" in shown
    assert not (telling.folder / "planted").exists()


def test_an_issue_that_is_open_is_updated(telling):
    telling.report("ubuntu-3.11.md", "    with pears 2.0: drifts\n")
    _, updated = telling.told("5")
    assert updated == ["issue", "edit", "5", "--body-file", "shown.md"]


def test_a_report_longer_than_an_issue_is_cut(telling):
    telling.report("ubuntu-3.11.md", "    with pears 2.0: drifts\n" * 5000)
    telling.told()
    assert (telling.folder / "shown.md").stat().st_size == 60_000


def test_where_nothing_drifts_no_issue_is_opened(telling):
    assert telling.told() == []
