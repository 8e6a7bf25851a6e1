"""Packages of npm: from a lock without addresses, at most once, and each failure told in a line."""

import base64
import hashlib
import io
import json
import socket
import tarfile
from pathlib import Path

import pytest

from tests import npm
from tests.conftest import PROJECT


class Copy:
    """A project whose lock holds one package, which lies beside it; nothing asks a network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a copy"  # with a space, as on many a machine
        self.place = folder / "installed"
        self.folder.mkdir()
        self.package = folder / "pears.tgz"
        pack(self.package, {"name": "pears", "version": "1.0.0"})
        self.write({"pears": self.package.as_uri()})
        digest = base64.b64encode(hashlib.sha512(self.package.read_bytes()).digest()).decode()
        self.lock(f"sha512-{digest}", resolved=self.package.as_uri())
        (self.folder / ".npmrc").write_text((PROJECT / ".npmrc").read_text("utf-8"), "utf-8")

    def write(self, asked: dict[str, str]) -> None:
        text = json.dumps({"private": True, "devDependencies": asked})
        (self.folder / "package.json").write_text(text, "utf-8")

    def lock(self, digest: str, **address: str) -> None:
        asked = json.loads((self.folder / "package.json").read_text("utf-8"))
        pears = {"version": "1.0.0", "integrity": digest, "dev": True} | address
        held = {"": {"devDependencies": asked["devDependencies"]}, "node_modules/pears": pears}
        text = json.dumps({"lockfileVersion": 3, "requires": True, "packages": held})
        (self.folder / npm.LOCK).write_text(text, "utf-8")

    def install(self) -> None:
        npm.install(self.folder, self.place)

    def is_installed(self) -> bool:
        return npm.is_installed(self.folder, self.place)


def pack(path: Path, description: dict[str, object]) -> None:
    """Write a package of npm that holds nothing but its description."""
    text = json.dumps(description).encode()
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo("package/package.json")
        entry.size = len(text)
        archive.addfile(entry, io.BytesIO(text))


@pytest.fixture
def copy(tmp_path, monkeypatch):
    # Nothing of the one who runs the tests: no cache that knows the package, no settings.
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_userconfig", str(tmp_path / "none"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with socket.socket() as closed:  # bound, but it does not listen: who connects is refused
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        monkeypatch.setenv("npm_config_registry", address)
        yield Copy(tmp_path)


def test_what_is_installed_is_what_the_lock_holds_and_stays(copy):
    assert not copy.is_installed()
    copy.install()
    assert copy.is_installed()
    assert (copy.place / "node_modules" / "pears" / "package.json").is_file()
    assert not list(copy.folder.glob("node_modules"))


def test_what_was_interrupted_is_installed_anew(copy):
    leftover = copy.place / "node_modules" / "leftover"
    leftover.mkdir(parents=True)
    assert not copy.is_installed()
    copy.install()
    assert not leftover.exists()


def test_another_lock_is_installed_anew(copy):
    copy.install()
    copy.lock("sha512-other")
    assert not copy.is_installed()


def test_a_package_that_is_not_the_locked_one_is_refused(copy):
    other = base64.b64encode(bytes(64)).decode()
    copy.lock(f"sha512-{other}", resolved=copy.package.as_uri())
    with pytest.raises(npm.CannotInstall, match="its hash differs"):
        copy.install()
    assert not copy.is_installed()


def test_a_registry_out_of_reach_is_told(copy):
    copy.write({"pears": "^1.0.0"})
    copy.lock("sha512-any")
    with pytest.raises(npm.CannotInstall, match="could not be reached"):
        copy.install()


def test_a_description_that_its_lock_does_not_hold_is_told(copy):
    copy.write({"pears": copy.package.as_uri(), "plums": copy.package.as_uri()})
    with pytest.raises(npm.CannotInstall, match="make lock"):
        copy.install()


def test_no_package_runs_a_program_when_it_is_installed(copy, tmp_path):
    mark = tmp_path / "it ran"
    script = f"node -e \"require('fs').writeFileSync({json.dumps(str(mark))}, '')\""
    pack(copy.package, {"name": "pears", "version": "1.0.0", "scripts": {"install": script}})
    digest = base64.b64encode(hashlib.sha512(copy.package.read_bytes()).digest()).decode()
    copy.lock(f"sha512-{digest}", resolved=copy.package.as_uri())
    copy.install()
    assert not mark.exists()


def test_the_lock_holds_hashes_and_no_address():
    text = (PROJECT / npm.LOCK).read_text("utf-8")
    assert "://" not in text
    packages = json.loads(text)["packages"]
    del packages[""]
    assert "node_modules/typescript" in packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_a_lock_that_npm_writes_loses_its_addresses_and_nothing_else():
    pears = {"version": "1.0.0", "integrity": "sha512-any"}
    asking = pears | {"funding": {"url": "https://pears.example"}}
    locked = json.dumps({"lockfileVersion": 3, "packages": {"node_modules/pears": asking}})
    assert json.loads(npm.plain(locked)) == {
        "lockfileVersion": 3,
        "packages": {"node_modules/pears": pears},
    }


def test_a_failure_that_is_not_known_is_told_in_npms_words():
    assert npm.reason("npm warn old\nnpm error code EODD\n") == (
        "npm failed, saying: npm error code EODD"
    )
