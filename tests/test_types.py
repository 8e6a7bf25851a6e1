"""The site's script holds what its JSDoc says of types, by TypeScript's own checker."""

import json
import shutil
import subprocess
from pathlib import Path

from tests import npm
from tests.conftest import PROJECT

SCRIPT = "docs/assets/site.js"
# A block of its own, as every part of the script is: a name that is none, and an argument of
# another type than its comment says.
PLANTED = """
{
  /** @param {number[]} errors */
  const worst = (errors) => Math.max(...errors.map(Math.abs));
  worst("ten");
  document.querySelector("h1").textContent = worst([1, 2]);
}
"""


def checked(project: Path) -> list[str]:
    """Return what the checker says about a project's script, a line for each fault."""
    done = subprocess.run(
        [*npm.program("typescript", "bin/tsc"), "--project", "jsconfig.json", "--pretty", "false"],
        cwd=project,
        capture_output=True,
        text=True,
    )
    said = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 0 or said, f"tsc ends with {done.returncode} and says nothing"
    return said


def test_the_types_of_the_script_hold():
    assert "\n".join(checked(PROJECT)) == ""


def test_every_script_of_the_site_is_checked():
    scripts = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.glob("docs/**/*.js"))
    assert json.loads((PROJECT / "jsconfig.json").read_text("utf-8"))["files"] == scripts


def test_a_planted_type_error_is_told_with_its_file_and_line(tmp_path):
    copy = tmp_path / SCRIPT
    shutil.copytree(PROJECT / "docs" / "assets", copy.parent)
    shutil.copy(PROJECT / "jsconfig.json", tmp_path)
    whole = (PROJECT / SCRIPT).read_text("utf-8")
    copy.write_text(whole + PLANTED, "utf-8")
    last = len(whole.splitlines())
    said = checked(tmp_path)
    assert f"{SCRIPT}({last + 5},9): error TS2345: Argument of type 'string'" in said[0]
    assert any(
        line.startswith(f"{SCRIPT}({last + 6},3): error") and "possibly 'null'" in line
        for line in said
    )
