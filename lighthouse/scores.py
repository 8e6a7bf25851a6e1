"""What Lighthouse's reports say: the median of each score, and what is below its limit."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

# The least score of each of Lighthouse's categories, of 100. The speed of a machine that others use
# varies by a point or two; what the other three see does not vary.
LIMITS = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}

Report = dict[str, Any]  # as Lighthouse writes it, in JSON


@dataclass
class Fault:
    """A score below its limit."""

    page: str
    category: str
    score: int
    limit: int
    titles: list[str]  # of the audits that took points

    def __str__(self) -> str:
        """Return the fault as it is told."""
        audits = "".join(f"\n    {title}" for title in self.titles)
        return f"{self.page}: {self.category} is {self.score}, below {self.limit}{audits}"


def score(report: Report, category: str) -> int:
    """Return a category's score, of 100; raise ValueError where Lighthouse could give none."""
    given = report["categories"][category]["score"]
    if given is None:
        raise ValueError(f"Lighthouse could not judge {category}: {unjudged(report)}")
    return round(given * 100)


def unjudged(report: Report) -> str:
    """Return what Lighthouse says of the audits that it could not run."""
    audits = report["audits"].values()
    said = [audit.get("errorMessage", "") for audit in audits if audit.get("errorMessage")]
    return "; ".join(dict.fromkeys(said)) or "it does not say why"


def medians(reports: list[Report]) -> dict[str, int]:
    """Return the median score of each category over the reports of one page."""
    return {
        category: int(statistics.median_low([score(report, category) for report in reports]))
        for category in LIMITS
    }


def costly(report: Report, category: str) -> list[str]:
    """Return the titles of the audits that took points from a category, with what they measured."""
    found = []
    for part in report["categories"][category]["auditRefs"]:
        audit = report["audits"][part["id"]]
        if part["weight"] and audit["score"] is not None and audit["score"] < 1:
            shown = audit.get("displayValue", "")
            found.append(f"{audit['title']}: {shown}" if shown else audit["title"])
    return found


def faults(page: str, reports: list[Report]) -> list[Fault]:
    """Return what of a page is below its limit, with the audits of all reports that took points."""
    found = []
    for category, median in medians(reports).items():
        if median < LIMITS[category]:
            titles = [title for report in reports for title in costly(report, category)]
            found.append(
                Fault(page, category, median, LIMITS[category], list(dict.fromkeys(titles)))
            )
    return found


def speeds(reports: list[Report]) -> tuple[int, int]:
    """Return how fast Lighthouse found the machine, at the slowest and at the fastest run."""
    found = [round(report["environment"]["benchmarkIndex"]) for report in reports]
    return min(found), max(found)


def elsewhere(report: Report) -> list[str]:
    """Return the addresses outside this machine that the page asked for."""
    asked = [item["url"] for item in report["audits"]["network-requests"]["details"]["items"]]
    return [url for url in asked if urlsplit(url).hostname not in (None, "127.0.0.1")]


def table(scores: dict[str, dict[str, int]]) -> str:
    """Return the scores of pages as a table of text, the limits in its last line."""
    rows = scores | {"limit": LIMITS}
    widest = max(map(len, rows))
    lines = [f"{'':{widest}}  " + "  ".join(LIMITS)]
    for page, row in rows.items():
        cells = (f"{row[category]:>{len(category)}}" for category in LIMITS)
        lines.append(f"{page:{widest}}  " + "  ".join(cells))
    return "\n".join(lines)
