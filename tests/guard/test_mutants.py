"""Faults that are planted in a site's programs, pages and approved files are all caught."""

import random

from drift import mutants, mutations
from tests.guard.small_site import MEAN, PAGE, PROJECT

FACT = "Made by Python `#!build python`.\n"


def test_a_program_is_changed_in_every_number_and_operator():
    changes = {change for _, change, _ in mutations.programs("print(abs(-1.5) ** 2 + sum([3]))\n")}
    assert changes == {
        "'1.5' becomes '1.6'",
        "'1.5' becomes '1.4'",
        "'2' becomes '3'",
        "'2' becomes '1'",
        "'3' becomes '4'",
        "'3' becomes '2'",
        "'**' becomes '*'",
        "'+' becomes '-'",
        "'abs' becomes ''",
        "'sum' becomes 'max'",
    }


def test_every_mutant_differs_from_what_it_was_made_of():
    random.seed(1)
    for kind, text in (
        (mutations.programs(MEAN), MEAN),
        (mutations.pages(PAGE, ["mean.py", "other.py"]), PAGE),
        (mutations.pages(FACT, []), FACT),
        (mutations.approved("6.67\n"), "6.67\n"),
    ):
        made = list(kind)
        assert made
        assert all(changed != text for _, _, changed in made)


def test_all_faults_planted_in_a_small_site_are_caught_and_confirmed(site):
    trial = site.run("drift.mutants", "--builds", "2", "--seed", "1")
    assert trial.returncode == 0, trial.stdout + trial.stderr
    assert "2 of 2 confirmed by the full build" in trial.stdout
    planted, caught, equivalent, escaped = map(int, trial.stdout.split("all")[1].split()[:4])
    assert planted > 20 and caught + equivalent == planted and escaped == 0


def test_a_fault_that_gets_through_is_told_with_its_place():
    fault = mutants.Mutant("page", "docs/index.md, line 3", "'a' becomes 'b'", PROJECT, "")
    told = []
    assert mutants.report([(fault, mutants.ESCAPED)], told.append) == 1
    assert told[-1] == "got through: docs/index.md, line 3: 'a' becomes 'b'"


def test_a_page_that_stops_by_itself_is_told_since_each_fault_on_it_would_seem_caught(site):
    site.write("docs/index.md", f"{PAGE}\nEach one missed by 6.67 apples.\n")
    trial = site.run("drift.mutants")
    assert trial.returncode == 1
    assert "docs/index.md: stops without any planted fault. See why: make build" in trial.stderr
