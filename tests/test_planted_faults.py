"""Faults planted in the article are caught; `make mutants` plants all of them."""

import subprocess
import sys

from tests.conftest import PROJECT


def test_a_sample_of_faults_planted_in_the_article_is_caught():
    trial = subprocess.run(
        [sys.executable, "-m", "tools.mutants", "--sample", "60", "--builds", "1"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert trial.returncode == 0, trial.stdout + trial.stderr
    assert "1 of 1 confirmed by the full build" in trial.stdout
