"""The workflows: who starts them, least rights, pinned actions, and what is published how."""

import hashlib
import json
import os
import re
import shutil
import sys
import tarfile

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from tests.conftest import PROJECT, run
from tests.guard.small_site import ALLOWED, FLAGS_OF_MAKE, Site, git

GITHUB = PROJECT / ".github"
WORKFLOWS = {path.stem: path.read_text("utf-8") for path in sorted(GITHUB.glob("workflows/*"))}
READ = {name: yaml.safe_load(text) for name, text in WORKFLOWS.items()}
JOBS = {f"{name}, {job}": READ[name]["jobs"][job] for name in READ for job in READ[name]["jobs"]}
TITLE = "Snippets drift with other versions of a library"
# In the place of GitHub's program: keeps what it is given; OPEN and TAG are what there is.
GH = f"""\
#!{sys.executable}
import json, os, sys

with open("given.jsonl", "a") as given:
    given.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
if sys.argv[1:3] == ["release", "create"]:
    sys.exit(sys.argv[3] != os.environ["TAG"])
"""

MAKE = "make -f Makefile"  # and no GNUmakefile, which would come first

of_workflows = pytest.mark.parametrize("name", WORKFLOWS)
of_jobs = pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
SHUT = "failure success success", "success cancelled success", "success success skipped"
SHUT += "successful success success", ""
GATE = {"success success success": 0} | dict.fromkeys(SHUT, 1)
LAST = {"ci": "Unpack and check", "release": "Unpack, pack again, compare and check"}
SCHEMAS = {
    "github-workflows": [f"workflows/{name}.yml" for name in WORKFLOWS],
    "dependabot": ["dependabot.yml"],
    "github-issue-config": ["ISSUE_TEMPLATE/config.yml"],
    "github-issue-forms": [f"ISSUE_TEMPLATE/{name}.yml" for name in ("idea", "unclear-text", "wrong-number")],
    "citation-file-format": ["../CITATION.cff"],
}  # fmt: skip
# What is tested before it is released, and each week, is everything.
RUN = {
    ("ci, test", "Test"): "test",
    ("release, test", "Test"): "test-all",
    ("weekly, sweeps", "Test, with every sweep"): "test-all",
    ("ci, preview", "Build the site to be opened from disk"): "offline",
}
CHECKED = {  # the files, and what the steps are called that fetch, note and take them
    "ci": (["artifact.tar"], "Fetch what was built", "Note which file is checked", "Take nothing but the file that was checked"),
    "release": (["release/notes.md", "release/l1-and-l2-loss.pdf", "release/l1-and-l2-loss.zip"], "Fetch what is to be released", "Note which files are checked", "Take nothing but the files that were checked"),
}  # fmt: skip
TAKES_NOTES = "Compare the tag with the version, and take its notes from the changelog"
NEW, OLD = "## [0.2.0] - 2026-12-24\n\n", "## [0.1.0] - x\n\n- A.\n"
TAGS = {
    "the tag of the version": ("v0.2.0", f"## [Unreleased]\n\n{NEW}- Pears.\n\n{OLD}", 0),
    "another tag": ("v0.2.1", f"{NEW}- Pears.\n", 1),
    "a version without notes": ("v0.2.0", NEW + OLD, 1),
}


def uses(job, action):
    """Return the steps of a job that run an action, whatever its version."""
    return [step for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


def step(job, name):
    """Return a step of a job, such as "ci, build", by its name."""
    (found,) = [step for step in JOBS[job]["steps"] if step["name"] == name]
    return found


def run_step(job, name, folder, **environment):
    """Run the shell script of a step in a folder; programs in its bin/ stand in for others."""
    environment["PATH"] = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
    return run(*bash, step(job, name)["run"], folder=folder, **environment)


@pytest.fixture
def folder(tmp_path):
    """A folder in whose bin/ a program stands in for GitHub's."""
    program = tmp_path / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(GH, "utf-8")
    program.chmod(0o755)
    return tmp_path


def given(folder):
    file = folder / "given.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_zizmor_finds_nothing():
    """Nor an action without its commit, a checkout that keeps its credentials, text put into a shell."""
    zizmor = os.path.join(os.path.dirname(sys.executable), "zizmor")
    options = "--offline --no-progress --persona auditor --strict-collection ."
    done = run(zizmor, *options.split())
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_has_a_schema_passes_it():
    for schema, files in SCHEMAS.items():
        words = ["--builtin-schema", f"vendor.{schema}", *(str(GITHUB / file) for file in files)]
        done = CliRunner().invoke(check_jsonschema, words)
        assert done.exit_code == 0, done.output


def test_one_version_of_an_action_is_used_everywhere_and_named_beside_its_commit():
    text = "".join(WORKFLOWS.values())
    pins = re.findall(r"uses: (\S+)@(\S+) # (v\d+\.\d+\.\d+)$", text, re.MULTILINE)
    assert len(pins) == text.count("uses:") > 0
    assert len({*pins}) == len({action for action, _, _ in pins})


def test_nothing_starts_a_workflow_that_gives_a_stranger_its_rights():
    # Others, such as pull_request_target, run with rights. YAML reads `on` as a truth.
    starts = {name: read[True] for name, read in READ.items()}
    main = {"push": {"branches": ["main"]}}
    assert starts["ci"] == {"pull_request": None, "merge_group": None} | main
    assert starts["release"] == {"push": {"tags": ["v*"]}}
    assert set(starts["weekly"]) == {"schedule", "workflow_dispatch"}
    assert starts.keys() == {"ci", "release", "weekly"}


@of_workflows
def test_a_workflow_gives_no_right_to_all_its_jobs_and_does_not_cross_another_run(name):
    assert READ[name]["permissions"] == {} and READ[name]["concurrency"]["group"]


@of_workflows
def test_no_file_of_the_repository_stands_in_for_a_module_or_for_the_makefile(name):
    assert READ[name]["env"]["PYTHONSAFEPATH"] == "1"
    commands = re.findall(r"^(?:\s+- run: |\s+run: |\s+)(make .*)$", WORKFLOWS[name], re.M)
    assert commands and all(command.startswith(f"{MAKE} ") for command in commands)


@of_workflows
def test_no_secret_is_named(name):
    assert not re.search(r"secrets[.\[]|secrets: inherit", WORKFLOWS[name])


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
    writing = {name: job["permissions"] for name, job in JOBS.items() if job["permissions"]}
    assert writing == {
        "ci, attest": {"id-token": "write", "attestations": "write"},
        "ci, deploy": {"id-token": "write", "pages": "write"},
        "release, attest": {"id-token": "write", "attestations": "write"},
        "release, publish": {"contents": "write"},
        "weekly, tell": {"issues": "write"},
    }


@of_jobs
def test_every_job_has_a_time_limit_and_no_cache_and_passes_over_no_failure(job):
    assert 0 < job["timeout-minutes"] <= 60 and "continue-on-error" not in json.dumps(job)
    assert not uses(job, "actions/cache") and "actions/cache/" not in json.dumps(job)
    assert [step for step in job["steps"] if "cache" in step.get("with", {})] == []


@pytest.mark.parametrize("place, target", RUN.items())
def test_a_step_runs_what_the_makefile_has_for_it(place, target):
    assert step(*place)["run"] == f"{MAKE} {target}"


def test_what_is_published_holds_the_printed_article_and_has_run():
    build = step("ci, build", "Build, and print the article")
    assert (build["run"], build["env"]["DRIFT_CACHE"]) == (f"{MAKE} pdf", "off")


@pytest.mark.parametrize("workflow", LAST)
def test_what_was_built_is_checked_outside_of_the_build(workflow):
    job, (_, _, note, _) = JOBS[f"{workflow}, check"], CHECKED[workflow]
    assert job["needs"] == ["build"]
    # Which file it is, is noted before a program of the project could write another.
    names = [step["name"] for step in job["steps"]]
    assert names[-4:] == ["Fetch what was built", note, "Set up", LAST[workflow]]


def test_an_address_is_the_same_for_who_builds_and_who_checks():
    build, check = (JOBS[f"ci, {job}"]["env"]["SITE_URL"] for job in ("build", "check"))
    assert build == check and build.startswith("${{ vars.SITE_URL || ")


def test_the_gate_waits_for_all_that_publishing_needs_and_for_no_measurement():
    gate = JOBS["ci, gate"]
    assert (gate["needs"], gate["if"]) == (["test", "build", "check"], "always()")
    for name in gate["needs"]:
        assert "if" not in JOBS[f"ci, {name}"]


@pytest.mark.parametrize("results, code", GATE.items())
def test_the_gate_is_shut_by_whatever_is_no_success(results, code, tmp_path):
    name = "Pass only if all that it needs succeeded"
    assert step("ci, gate", name)["env"] == {"RESULTS": "${{ join(needs.*.result, ' ') }}"}
    done = run_step("ci, gate", name, tmp_path, RESULTS=results)
    assert done.returncode == code
    assert ("::error::Test, build and check have to succeed" in done.stdout) == bool(code)


def test_what_is_not_attested_is_not_published():
    attest, deploy = JOBS["ci, attest"], JOBS["ci, deploy"]
    only_main = "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    # No word such as always() in it: one that fails, or is skipped, skips what needs it.
    assert attest["if"] == deploy["if"] == only_main
    assert attest["needs"] == ["check", "gate"]
    assert deploy["needs"] == ["check", "gate", "attest"]
    (signing,) = uses(attest, "actions/attest")
    assert signing["with"] == {"subject-path": "artifact.tar"}
    assert JOBS["release, attest"]["needs"] == ["test", "check"]
    assert JOBS["release, publish"]["needs"] == ["check", "attest"]
    assert JOBS["release, publish"]["environment"] == {"name": "release"}
    assert deploy["environment"]["name"] == "github-pages"


@pytest.mark.parametrize("job", ["ci, attest", "ci, deploy", "release, attest", "release, publish"])
def test_what_is_not_what_was_checked_is_neither_attested_nor_published(job, tmp_path):
    workflow = job.partition(",")[0]
    files, fetch, note, name = CHECKED[workflow]
    assert [step.get("name") for step in JOBS[job]["steps"]][:2] == [fetch, name]
    ((variable, digests),) = step(job, name)["env"].items()
    assert digests == f"${{{{ needs.check.outputs.{variable.lower()} }}}}"
    here = tmp_path / ".build"
    (here / "release").mkdir(parents=True)
    for file in files:
        (here / file).write_text(file)
    output = tmp_path / "output"
    run_step(f"{workflow}, check", note, tmp_path, GITHUB_OUTPUT=str(output))
    noted = re.fullmatch(r"\w+(?:=|<<END\n)(.*?)(?:\nEND)?\n*", output.read_text(), re.DOTALL)[1]
    assert hashlib.sha256(files[-1].encode()).hexdigest() in noted
    assert run_step(job, name, here, **{variable: noted}).returncode == 0
    assert run_step(job, name, here, **{variable: ""}).returncode != 0
    (here / files[-1]).write_text("another")
    assert run_step(job, name, here, **{variable: noted}).returncode != 0


def test_a_release_is_made_of_a_commit_of_main_alone(tmp_path):
    one = ["commit", "--quiet", "--allow-empty", "--message", "one"]
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, *one)
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    name = "Take a commit of main alone"
    assert run_step("release, build", name, tmp_path, GITHUB_REF_NAME="v1").returncode == 0
    git(tmp_path, *one)
    done = run_step("release, build", name, tmp_path, GITHUB_REF_NAME="v1")
    assert done.returncode == 1 and "The tag v1 names a commit that is not on main" in done.stdout
    assert uses(JOBS["release, build"], "actions/checkout")[0]["with"]["fetch-depth"] == 0


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small project and what was built of it."""
    site = Site(tmp_path_factory.mktemp("artifact") / "project")
    (site.folder / ".venv").symlink_to(sys.prefix)
    site.build(*FLAGS_OF_MAKE)
    return site


def check(site, *planted):
    """Pack it as it is published, with files of these names, and run the last step of the job."""
    folder = site.folder / ".build"
    shutil.rmtree(folder / "published", ignore_errors=True)
    with tarfile.open(folder / "artifact.tar", "w") as packed:
        packed.add(folder / "site", ".")
        for name in planted:
            packed.addfile(tarfile.TarInfo(name))
    return run_step("ci, check", LAST["ci"], site.folder)


@pytest.mark.xdist_group("artifact")
def test_an_archive_cannot_write_outside_of_its_folder(site):
    above = site.folder.parent
    for name in ("../../outside", f"{above}/outside"):
        check(site, name)
    assert [path for path in above.rglob("outside") if "published" not in path.parts] == []


@pytest.mark.xdist_group("artifact")
def test_an_artifact_that_was_changed_after_the_build_is_refused(site):
    done = check(site)
    assert done.returncode == 0, done.stderr
    site.replace(".build/site/index.html", ">6.67</data>", ">7.67</data>")
    done = check(site)
    assert done.returncode != 0 and "the value 7.67" in done.stderr


@pytest.mark.xdist_group("artifact")
def test_a_release_that_is_not_what_a_check_packs_of_its_site_is_refused(site, monkeypatch):
    folder = site.folder / ".build"
    monkeypatch.setenv("OFFLINE", "true")
    monkeypatch.setenv("LEFT_OUT", "")
    site.build("--strict", "--site-dir", ".build/offline")
    site.write("pyproject.toml", ALLOWED.replace("\n", '\nprinted = "l1-and-l2-loss.pdf"\n', 1))
    (folder / "release").mkdir()
    (folder / "release/l1-and-l2-loss.pdf").write_text("%PDF-1.7\n%%EOF\n")
    packed = folder / "release/l1-and-l2-loss.zip"
    site.done("tools.offline", ".build/offline", str(packed))
    with tarfile.open(folder / "release/offline.tar", "w") as tar:
        tar.add(folder / "offline", ".")
    done = run_step("release, check", LAST["release"], site.folder)
    assert done.returncode == 0, done.stderr
    packed.write_bytes(packed.read_bytes() + b"more")
    assert run_step("release, check", LAST["release"], site.folder).returncode != 0


def test_the_summary_of_a_pull_request_is_code_that_nothing_ends(tmp_path):
    def commit(printed):
        (tmp_path / "snippets" / "mean.out").write_text(printed, "utf-8", newline="\n")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "--message", "x")

    for name in ("snippets", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs" / "apples.md").write_text('--8<-- "mean.py"\n')
    (tmp_path / "docs" / "pears.md").write_text("Nothing.\n")
    git(tmp_path, "init", "--quiet")
    commit("6.67\n")
    commit("6.68\n```\n\n# @somebody\r# <script>\n</pre>\n")
    summary = tmp_path / "summary"
    name = "Summarise what changes, on this job's page"
    done = run_step("ci, preview", name, tmp_path, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    # Where lines end in Markdown.
    lines = re.split("\r\n|\r|\n", summary.read_bytes().decode())
    headings = [line for line in lines if line and not line.startswith("    ")]
    assert [heading.partition(" ")[0] for heading in headings] == ["##", "##"]
    assert "    -6.67" in lines and "    +6.68" in lines and "    +# @somebody # <script>" in lines
    assert "    docs/apples.md" in lines and "    docs/pears.md" not in lines


def test_a_reviewer_gets_a_site_to_open():
    preview = JOBS["ci, preview"]
    assert preview["if"] == "github.event_name == 'pull_request'"
    assert uses(preview, "actions/checkout")[0]["with"]["fetch-depth"] == 2
    assert uses(preview, "actions/upload-artifact")[0]["with"]["path"] == "l1-and-l2-loss.zip"


@pytest.mark.parametrize("number", ["", "5"])
def test_drift_opens_one_issue_with_every_report(folder, number):
    (folder / "reports").mkdir()
    (folder / "reports" / "ubuntu-3.11.md").write_text("    pears 2.0: `$(touch planted)`\n")
    (folder / "reports" / "windows-3.14.md").write_text("    pears 3.0: drifts\n" * 5000)
    name, forge = "Open the issue, or update the one that is open", "https://forge.example"
    of_run = {"GITHUB_REPOSITORY": "somebody/apples", "GITHUB_RUN_ID": "7", "OPEN": number}
    done = run_step("weekly, tell", name, folder, GITHUB_SERVER_URL=forge, **of_run)
    assert done.returncode == 0, done.stderr
    asked, written = given(folder)
    assert TITLE in asked[-1] and "app/github-actions" in asked[-1]
    kind = ["edit", "5"] if number else ["create", "--title", TITLE]
    assert written == ["issue", *kind, "--body-file", "shown.md"]
    shown = (folder / "shown.md").read_text("utf-8")
    assert "https://forge.example/somebody/apples/actions/runs/7" in shown
    assert "    pears 2.0: `$(touch planted)`\n" in shown and "pears 3.0" in shown
    assert len(shown) == 60_000  # an issue takes no more
    assert not (folder / "planted").exists()


@pytest.mark.parametrize("tag, changelog, code", TAGS.values(), ids=TAGS)
def test_a_tag_that_is_no_version_or_has_no_notes_is_not_released(tmp_path, tag, changelog, code):
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(changelog)
    done = run_step("release, build", TAKES_NOTES, tmp_path, GITHUB_REF_NAME=tag)
    assert done.returncode == code
    if not code:
        assert (tmp_path / ".build/release/notes.md").read_text() == "\n- Pears.\n\n"


@pytest.mark.parametrize("tag", ["v0.1.0", "v1; touch planted; $(touch planted)", "absent"])
def test_the_release_of_a_tag_has_the_notes_the_zip_and_the_pdf(folder, tag):
    files, _, _, _ = CHECKED["release"]
    (folder / "release").mkdir()
    for name in files:
        (folder / name).touch()
    tags = {"GITHUB_REF_NAME": tag, "TAG": "" if tag == "absent" else tag}
    done = run_step("release, publish", "Make the release of the tag", folder, **tags)
    assert done.returncode == (tag == "absent")
    options = ["--verify-tag", "--title", tag, "--notes-file"]
    assert given(folder) == [["release", "create", tag, *options, *files]]
    assert not (folder / "planted").exists()


def test_an_update_waits_a_week():
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip", "npm"}
    for update in updates:
        assert update["cooldown"] == {"default-days": 7}
        for place in update.get("directories", [update.get("directory")]):
            assert (PROJECT / place[1:]).is_dir()


def test_what_is_owned_is_there_and_has_the_same_owners():
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = [line.split() for line in lines if line and not line.startswith("#")]
    paths = {path for path, *_ in owned}
    switches = "drift tests tools config overrides docs/assets .github .ci .devcontainer"
    assert paths >= {"/*", ".*", "conftest.py", *(f"/{each}/" for each in switches.split())}
    for path in paths - {"/*", ".*", "conftest.py"}:
        assert (PROJECT / path[1:]).exists(), path
    assert len({tuple(owners) for _, *owners in owned}) == 1 and all(owners for _, *owners in owned)


@pytest.mark.parametrize("owner, is_named", {"@-nobody-yet-": False, "@somebody": True}.items())
def test_that_nobody_is_asked_is_said_until_somebody_is_named(tmp_path, owner, is_named):
    (tmp_path / ".github").mkdir()
    text = (GITHUB / "CODEOWNERS").read_text("utf-8")
    (tmp_path / ".github/CODEOWNERS").write_text(re.sub("@-nobody-yet-$", owner, text, flags=re.M))
    done = run_step("ci, check", "Say so while nobody is asked for a review", tmp_path)
    assert done.returncode == 0
    assert ("::warning file=.github/CODEOWNERS" in done.stdout) != is_named
