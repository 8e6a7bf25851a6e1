"""The jobs of the workflows, and the shell of their steps, run as GitHub runs it on Linux."""

import os
import subprocess
from pathlib import Path

import yaml

from tests.conftest import PROJECT

FOLDER = PROJECT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))


JOBS = {
    f"{path.stem}, {name}": job for path in WORKFLOWS for name, job in read(path)["jobs"].items()
}


def uses(job: dict, action: str) -> list[dict]:
    """Return the steps of a job that run an action, whatever its version."""
    return [step for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


def step(job: str, name: str) -> dict:
    """Return a step of a job, such as "ci, build", by its name."""
    (found,) = [step for step in JOBS[job]["steps"] if step["name"] == name]
    return found


def run_step(job: str, name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run the shell script of a step in a folder; programs in its bin/ stand in for others."""
    paths = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step(job, name)["run"]],
        cwd=folder,
        env=os.environ | paths | environment,
        capture_output=True,
        text=True,
    )


def stand_in(program: Path, text: str) -> None:
    """Write a program that stands in for another."""
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(text, "utf-8")
    program.chmod(0o755)
