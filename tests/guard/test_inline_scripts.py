"""A script in a page's HTML is one that somebody reviewed, and the page's policy says so."""

import hashlib
from base64 import b64encode
from types import SimpleNamespace

import pytest

from drift.check import policy
from drift.check.document import Document
from drift.project.policy import Policy
from drift.project.settings import Settings
from tests.guard.small_site import site_of

REVIEWED, OTHER = "let a = 1", "let b = 2"
LETS_PASS = {
    "nothing": "",
    "a script in a file": '<script src="site.js"></script>',
    "data for scripts": '<script type="application/json">{"a": 1}</script>',
    "a script shown as text": "<pre>&lt;script&gt;let b = 2&lt;/script&gt;</pre>",
}
REFUSED = {
    "a script": (f"<script>{OTHER}</script>", "nobody has reviewed the inline script 'let b = 2'"),
    "a script of an unknown kind": (f'<script type="text/x">{OTHER}</script>', "'let b = 2'"),
    "a script in a drawing, which reads no src": (f'<svg><script src="a.js">{OTHER}</script></svg>', "'let b = 2'"),
    "a script in capitals": (f"<SCRIPT TYPE=MODULE>{OTHER}</SCRIPT>", "'let b = 2'"),
    "a script in a template": (f"<template><script>{OTHER}</script></template>", "'let b = 2'"),
    "data that is none": (f'<script type="application/ld+json">{OTHER}</script>', "'let b = 2'"),
}  # fmt: skip


def hash_of(script):
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


DIRECTIVES = {"default-src": "'none'", "script-src": "'self'", "img-src": "'self' data:"}
POLICY = Policy(DIRECTIVES, {"every": {hash_of(REVIEWED): "sets a."}})
STATED = f"default-src 'none'; script-src 'self' '{hash_of(REVIEWED)}'; img-src 'self' data:"


def faults(pages, is_offline=False, address=""):
    """What is wrong with the pages of a site, given as HTML by path."""
    documents = {path: Document(path, html) for path, html in pages.items()}
    project = SimpleNamespace(policy=POLICY, assets={}, address=address, settings=Settings())
    return [*map(str, policy.faults(site_of(project, documents=documents, is_offline=is_offline)))]


def page(body="", scripts=REVIEWED, before="", stated=STATED):
    """A page that is sound as it stands; with `stated`, which policy it has."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{stated}">' if stated else ""
    return (
        f'<!doctype html>\n<html>\n<head>\n{before}{meta}\n<meta charset="utf-8">\n'
        f"<script>{scripts}</script>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


@pytest.mark.parametrize("body", LETS_PASS.values(), ids=LETS_PASS)
def test_what_no_browser_takes_for_an_inline_script_passes(body):
    assert POLICY.text("") == STATED and faults({"index.html": page(body)}) == []


@pytest.mark.parametrize("body, expected", REFUSED.values(), ids=REFUSED)
def test_what_nobody_reviewed_is_told_with_its_line(body, expected):
    (fault,) = faults({"index.html": page(body)})
    assert fault.startswith("index.html, line 9: ")
    assert expected in fault


def test_a_script_is_told_once_with_its_hash_and_what_to_do():
    script = f"  {OTHER}\n" + "x" * 100
    planted = page(f"<script>{script}</script>")
    (fault,) = faults({"a.html": planted, "b.html": planted, "c.html": page()})
    assert fault.startswith("a.html, line 9: nobody has reviewed")
    assert "(and on 1 more pages)" in fault
    assert "put its hash with the reason into policy.toml" in fault
    assert f'"{hash_of(script)}"' in fault
    assert "x" * 60 not in fault


def test_a_hash_that_no_page_uses_is_told():
    (fault,) = faults({"index.html": page(scripts="")[:-1].replace("<script></script>", "")})
    assert f"nothing has the hash {hash_of(REVIEWED)} any more. Its reason was: sets a." in fault


STATED_WRONG = {
    "none": ({"stated": ""}, "it states another policy than policy.toml"),
    "another": ({"stated": STATED + " blob:"}, "it states another policy than policy.toml"),
    "one behind a script": ({"before": '<script src="a.js"></script>'}, "not first in <head>"),
    "two": ({"body": '<meta http-equiv="content-security-policy" content="a">'}, "another policy"),
}


@pytest.mark.parametrize("how, expected", STATED_WRONG.values(), ids=STATED_WRONG)
def test_every_page_states_the_reviewed_policy_before_all_else(how, expected):
    (fault,) = faults({"good.html": page(), "bad.html": page(**how)})
    assert fault.startswith("bad.html: ") and expected in fault


def test_where_an_address_is_known_a_second_policy_lets_scripts_come_from_its_assets_alone():
    place = "http://*:*/apples/assets/"
    second = f"script-src {place} 'unsafe-inline'; worker-src {place}"
    narrowed = f'{STATED}"><meta http-equiv="Content-Security-Policy" content="{second}'
    address = "https://host.example/apples/"
    assert faults({"bad.html": page(stated=narrowed)}, address=address) == []
    (fault,) = faults({"bad.html": page()}, address=address)
    assert fault.startswith("bad.html: it states another policy than policy.toml (")
    late = f'<meta http-equiv="Content-Security-Policy" content="{second}"></head>'
    (fault,) = faults({"bad.html": page().replace("</head>", late)}, address=address)
    assert "not first in <head>" in fault


def test_a_site_of_files_states_no_policy_and_has_no_other_scripts():
    assert faults({"index.html": page(stated="")}, is_offline=True) == []
    (fault,) = faults({"index.html": page()}, is_offline=True)
    assert "it states another policy than policy.toml (at SITE_URL; none if it is opened" in fault
    planted = page(f"<script>{OTHER}</script>", stated="")
    (fault,) = faults({"index.html": planted}, is_offline=True)
    assert "nobody has reviewed" in fault
