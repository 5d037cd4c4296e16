"""Which pages the reports make, and making them with the built program."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import hostile_study

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/debug/kollegium"
FIVE_SCHOOLS = ROOT / "Examples/five-schools"

REPORTS = ("outcome", "trust", "continuity", "change")
LANGUAGES = ("sv", "en")
STUDIES = ("five-schools", "hostile")


@dataclass(frozen=True)
class ReportPage:
    report: str
    study: str
    language: str

    def __str__(self):
        return f"{self.report}-{self.study}-{self.language}"

    @property
    def file_name(self):
        return f"{self}.html"


PAGES = [
    ReportPage(report, study, language)
    for report in REPORTS
    for study in STUDIES
    for language in LANGUAGES
]


def make(folder):
    """Imports the studies into a fresh database and writes every page into the folder."""
    if not PROGRAM.exists():
        raise FileNotFoundError(f"{PROGRAM} is missing: build it with `swift build`.")
    hostile_study.write(folder / "hostile")
    for bundle in (FIVE_SCHOOLS, folder / "hostile"):
        kollegium(folder, "study", "import", bundle)
    for page in PAGES:
        arguments = ("report", page.report, page.study, "--format", "html", "--language", page.language)
        (folder / page.file_name).write_bytes(kollegium(folder, *arguments))


def kollegium(folder, *arguments):
    """What the program prints, on a database in the folder; an error with what it says where it fails."""
    misleading = ("KOLLEGIUM_", "LC_")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(misleading)}
    environment |= {"LANG": "C.UTF-8", "KOLLEGIUM_DATA": str(folder / "data")}
    command = [PROGRAM, *arguments]
    run = subprocess.run(command, capture_output=True, env=environment, check=False)
    if run.returncode != 0:
        said = run.stderr.decode(errors="replace").strip()
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {run.returncode}: {said[-2000:]}")
    return run.stdout
