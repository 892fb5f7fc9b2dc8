"""The wheel, in an empty environment, away from the checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The command of an environment that holds the wheel and nothing else of ours."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    python = folder / "env" / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements/runtime.txt")], check=True)
    subprocess.run([*pip, "--no-deps", str(next(folder.glob("*.whl")))], check=True)
    return folder / "env" / "bin" / "newsletter"


def run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess:
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(cwd)}
    return subprocess.run(
        [str(command), *arguments], cwd=cwd, env=clean, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_new_site_and_its_demo(installed, tmp_path):
    """`newsletter init site && cd site && newsletter demo`, on a machine that has nothing else."""
    made = run(installed, "init", "site", cwd=tmp_path)
    shown = run(installed, "demo", "--json", cwd=tmp_path / "site")

    assert made.returncode == 0, made.stderr
    assert shown.returncode == 0, shown.stderr
    answer = json.loads(shown.stdout)
    assert Path(answer["html"]).exists()
    assert len(list(Path(answer["outbox"]).glob("*.eml"))) == answer["recipients"] == 17


def test_the_site_that_init_makes_is_a_configuration(installed, tmp_path):
    run(installed, "init", "site", cwd=tmp_path)

    assert run(installed, "feeds", "list", cwd=tmp_path / "site").returncode == 0


def test_the_demo_leaves_the_sites_own_store_and_list_alone(installed, tmp_path):
    run(installed, "init", "site", cwd=tmp_path)
    site = tmp_path / "site"
    run(installed, "subscribers", "add", "ada@reader.example", cwd=site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file() and path.name.count(".db") == 0}

    run(installed, "demo", cwd=site)
    stats = json.loads(run(installed, "subscribers", "stats", "--json", cwd=site).stdout)

    assert stats["mailable"] == 1
    assert all(path.read_bytes() == content for path, content in before.items())
    assert not (site / "outbox").exists()


def test_the_wheel_is_small(installed):
    """A newsletter is no reason to fill a disk."""
    assert next(installed.parents[2].glob("*.whl")).stat().st_size < 3_000_000
