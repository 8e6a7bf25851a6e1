"""The workflows: who starts them, least rights, pinned actions, and what is published how."""

import hashlib
import io
import json
import re
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from tests.guard.small_site import Site
from tests.workflows import FOLDER, JOBS, WORKFLOWS, read, run_step, stand_in, step, uses

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

# Others, such as pull_request_target, run with rights what a stranger sends.
TRIGGERS = {"pull_request", "merge_group", "push", "schedule", "workflow_dispatch", "release"}


of_workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
of_jobs = pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)


def test_no_file_is_left_out_because_of_its_name():
    assert sorted(FOLDER.iterdir()) == WORKFLOWS


@of_workflows
def test_every_action_is_pinned_by_a_commit_and_names_its_version(path):
    uses = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    for line in uses:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_version_of_an_action_is_used_everywhere():
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: (\S+)@(\S+) # (\S+)", text))
    assert len(pins) == len({action for action, _, _ in pins})


@of_workflows
def test_nothing_starts_a_workflow_that_gives_a_stranger_its_rights(path):
    started_by = read(path)[True]  # YAML reads `on` as a truth
    assert set(started_by) <= TRIGGERS


def test_pull_requests_the_merge_queue_and_main_are_built_and_tested():
    started_by = read(FOLDER / "ci.yml")[True]
    assert started_by == {"pull_request": None, "push": {"branches": ["main"]}, "merge_group": None}


@of_workflows
def test_a_workflow_gives_no_right_to_all_its_jobs(path):
    assert read(path)["permissions"] == {}


@of_workflows
def test_two_runs_of_a_workflow_do_not_cross(path):
    assert read(path)["concurrency"]["group"]


@of_workflows
def test_no_secret_is_named(path):
    text = path.read_text("utf-8")
    assert "secrets." not in text and "secrets[" not in text and "secrets: inherit" not in text


@of_jobs
def test_every_job_has_a_time_limit(job):
    assert 0 < job["timeout-minutes"] <= 60


@of_jobs
def test_a_job_with_code_of_the_project_has_no_right(job):
    if uses(job, "actions/checkout"):
        assert job["permissions"] == {}
        assert "github.token" not in json.dumps(job)


@of_jobs
def test_a_job_that_may_write_checks_nothing_out_and_runs_no_program_of_the_project(job):
    if "write" in job["permissions"].values():
        assert not uses(job, "actions/checkout") and not uses(job, "actions/setup-python")
        shell = "\n".join(step.get("run", "") for step in job["steps"])
        assert not re.search(r"^\s*(python3?|make|bash|sh|source|node|npm|git) ", shell, re.M)


def test_few_jobs_may_write_and_each_what_it_is_for():
    writing = {
        name: job["permissions"]
        for name, job in JOBS.items()
        if "write" in job["permissions"].values()
    }
    assert writing == {
        "ci, attest": {"id-token": "write", "attestations": "write"},
        "ci, deploy": {"id-token": "write", "pages": "write"},
        "release, attest": {"id-token": "write", "attestations": "write"},
        "release, publish": {"contents": "write"},
        "weekly, tell": {"issues": "write"},
    }


@of_jobs
def test_no_checkout_keeps_its_credentials(job):
    for checkout in uses(job, "actions/checkout"):
        assert checkout["with"]["persist-credentials"] is False


@of_jobs
def test_no_job_uses_a_cache(job):
    assert not uses(job, "actions/cache") and "actions/cache/" not in json.dumps(job)
    assert [step for step in job["steps"] if "cache" in step.get("with", {})] == []


@of_jobs
def test_no_failure_is_passed_over(job):
    assert "continue-on-error" not in json.dumps(job)


@of_jobs
def test_nothing_is_put_into_a_shell_but_through_its_environment(job):
    assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_what_is_published_holds_the_printed_article_and_has_run():
    build = step("ci, build", "Build, and print the article")
    assert build["run"] == "make pdf"
    assert build["env"]["DRIFT_CACHE"] == "off"


def test_what_was_built_is_checked_outside_of_the_build():
    check = JOBS["ci, check"]
    assert check["needs"] == ["build"]
    names = [step["name"] for step in check["steps"]]
    # Which file it is, is noted before a program of the project could write another.
    assert names[-4:] == [
        "Fetch what was built",
        "Note which file is checked",
        "Set up",
        "Unpack and check",
    ]


def test_the_gate_waits_for_all_that_publishing_needs_and_for_no_measurement():
    gate = JOBS["ci, gate"]
    assert gate["needs"] == ["test", "build", "check"]
    assert gate["if"] == "always()"
    assert gate["permissions"] == {}
    for name in gate["needs"]:
        assert "if" not in JOBS[f"ci, {name}"]


GATE = ("ci, gate", "Pass only if all that it needs succeeded")


def test_the_gate_is_given_every_result():
    assert step(*GATE)["env"] == {"RESULTS": "${{ join(needs.*.result, ' ') }}"}


def test_the_gate_passes_where_all_succeeded(tmp_path):
    assert run_step(*GATE, tmp_path, RESULTS="success success success").returncode == 0


@pytest.mark.parametrize(
    "results",
    [
        "failure success success",
        "success cancelled success",
        "success success skipped",
        "skipped skipped skipped",
        "successful success success",
        "",
    ],
)
def test_the_gate_is_shut_by_whatever_is_no_success(results, tmp_path):
    done = run_step(*GATE, tmp_path, RESULTS=results)
    assert done.returncode == 1
    assert "::error::Test, build and check have to succeed, and ended with:" in done.stdout


def test_what_is_not_attested_is_not_published():
    attest, deploy = JOBS["ci, attest"], JOBS["ci, deploy"]
    only_main = "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    # No word such as always() in it: one that fails, or is skipped, skips what needs it.
    assert attest["if"] == deploy["if"] == only_main
    assert attest["needs"] == ["check", "gate"]
    assert deploy["needs"] == ["check", "gate", "attest"]
    (signing,) = uses(attest, "actions/attest")
    assert signing["with"] == {"subject-path": "artifact.tar"}


def test_one_job_publishes_and_it_does_so_in_its_environment():
    assert JOBS["ci, deploy"]["environment"]["name"] == "github-pages"
    publishing = [name for name, job in JOBS.items() if "pages" in job["permissions"]]
    assert publishing == ["ci, deploy"]


@pytest.mark.parametrize("job", ["ci, attest", "ci, deploy"])
def test_another_file_than_the_checked_one_is_neither_attested_nor_published(job, tmp_path):
    name = "Take nothing but the file that was checked"
    kept = "${{ needs.check.outputs.digest }}"
    assert step(job, name)["env"] == {"DIGEST": kept}
    assert [step.get("name") for step in JOBS[job]["steps"]][:2] == ["Fetch what was built", name]

    checked = tmp_path / ".build"
    checked.mkdir()
    (checked / "artifact.tar").write_bytes(b"a site")
    output = tmp_path / "output"
    noting = run_step(
        "ci, check", "Note which file is checked", tmp_path, GITHUB_OUTPUT=str(output)
    )
    assert noting.returncode == 0, noting.stderr
    digest = output.read_text().strip().removeprefix("digest=")
    assert digest == hashlib.sha256(b"a site").hexdigest()

    assert run_step(job, name, checked, DIGEST=digest).returncode == 0
    assert run_step(job, name, checked, DIGEST="").returncode != 0
    (checked / "artifact.tar").write_bytes(b"another site")
    assert run_step(job, name, checked, DIGEST=digest).returncode != 0


class Artifact:
    """A small project and what was built of it, packed as it is published."""

    def __init__(self, folder):
        self.site = Site(folder)
        (folder / ".venv").symlink_to(sys.prefix)
        built = self.site.run("mkdocs", "build", "--strict", "--site-dir", ".build/site")
        assert built.returncode == 0, built.stderr

    def check(self, **planted):
        """Pack it, with files planted under names of their own, and run the job's last step."""
        folder = self.site.folder / ".build"
        shutil.rmtree(folder / "published", ignore_errors=True)
        with tarfile.open(folder / "artifact.tar", "w") as packed:
            packed.add(folder / "site", ".")
            for name, text in planted.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(text)
                packed.addfile(entry, io.BytesIO(text.encode()))
        return run_step("ci, check", "Unpack and check", self.site.folder)


@pytest.fixture
def artifact(tmp_path):
    return Artifact(tmp_path / "project")


def test_an_artifact_as_it_was_built_passes(artifact):
    done = artifact.check()
    assert done.returncode == 0, done.stderr


def test_an_artifact_that_was_changed_after_the_build_is_refused(artifact):
    page = artifact.site.folder / ".build/site/index.html"
    page.write_text(page.read_text("utf-8").replace(">6.67</data>", ">7.67</data>"), "utf-8")
    done = artifact.check()
    assert done.returncode != 0 and "the value 7.67" in done.stderr


@pytest.mark.parametrize("name", ["../../outside", "/{folder}/outside"])
def test_an_archive_cannot_write_outside_of_its_folder(artifact, name, tmp_path):
    artifact.check(**{name.format(folder=tmp_path): "planted"})
    found = [path for path in tmp_path.rglob("outside") if "published" not in path.parts]
    assert found == []


def test_a_reviewer_is_shown_what_changes_and_a_site_to_open():
    preview = JOBS["ci, preview"]
    assert preview["if"] == "github.event_name == 'pull_request'"
    (checkout,) = uses(preview, "actions/checkout")
    assert checkout["with"]["fetch-depth"] == 2
    told = step("ci, preview", "Tell what changes, on this job's page")
    assert told["run"] == '.venv/bin/python -m drift.changes HEAD^1 >> "$GITHUB_STEP_SUMMARY"'
    (upload,) = uses(preview, "actions/upload-artifact")
    assert upload["with"]["path"] == "l1-and-l2-loss.zip"
    assert upload["with"]["archive"] is False  # or it would be a zip in a zip
    assert step("ci, preview", "Build the site to be opened from disk")["run"] == "make offline"


def test_what_others_changed_blocks_no_pull_request():
    assert "make links" not in (FOLDER / "ci.yml").read_text("utf-8")
    assert step("weekly, links", "Ask every address")["run"] == "make links"


class Telling:
    """The last step of the weekly workflow, in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        stand_in(folder / "bin" / "gh", GH.format(python=sys.executable))

    def report(self, name: str, text: str) -> None:
        (self.folder / "reports").mkdir(exist_ok=True)
        (self.folder / "reports" / name).write_text(text, "utf-8")

    def told(self, number: str = "") -> list[list[str]]:
        """Run the step while an issue is open, or none; return the commands it gave to GitHub."""
        done = run_step(
            "weekly, tell",
            "Open the issue, or update the one that is open",
            self.folder,
            OPEN=number,
            GITHUB_SERVER_URL="https://forge.example",
            GITHUB_REPOSITORY="somebody/apples",
            GITHUB_RUN_ID="7",
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
