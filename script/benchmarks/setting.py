"""What the measurements stand on: the built program, the studies, the engines, and a folder to work in."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from functools import cached_property
from pathlib import Path

from measuring import Failed, run

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "script"
FIVE_SCHOOLS = ROOT / "Examples/five-schools"
TEACHER = FIVE_SCHOOLS / "instruments/teacher.yaml"


def said_by(*command):
    """What a command prints, without the end of the line; nothing where it fails."""
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout.strip()


class Setting:
    """Made with `with`: at its end the server is stopped and everything but the kept study removed."""

    def __init__(self, *, teams, people, answers, keep):
        self.sizes = {"teams": teams, "people": people, "answers": answers}
        self.keep = keep

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="kollegium-bench."))
        # PostgreSQL runs as another user where we are root, and must be able to walk through.
        self.folder.chmod(0o711)
        return self

    def __exit__(self, *_):
        if (self.folder / "server").exists():
            subprocess.run([SCRIPTS / "postgres", "stop", self.folder / "server"], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    # The program and the studies

    @cached_property
    def environment(self):
        """Ours, without what would lead the program to somebody's own database or another language."""
        misleading = ("KOLLEGIUM_", "LC_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(misleading)}
        return kept | {"LANG": "C.UTF-8", "KOLLEGIUM_DATA": str(self.folder / "data")}

    @cached_property
    def program(self):
        build = ["swift", "build", "--package-path", str(ROOT), "-c", "release"]
        for command in [[str(SCRIPTS / "bootstrap")], [*build, "--product", "kollegium"]]:
            if subprocess.run(command, stdout=2, check=False).returncode != 0:
                raise Failed(f"{' '.join(command)} failed")
        return Path(said_by(*build, "--show-bin-path")) / "kollegium"

    @cached_property
    def bare_server(self):
        """What our pages are measured against: Hummingbird with one route and nothing else."""
        build = ["swift", "build", "--package-path", str(ROOT), "-c", "release"]
        if subprocess.run([*build, "--product", "BareServer"], stdout=2, check=False).returncode != 0:
            raise Failed("the bare server could not be built")
        return Path(said_by(*build, "--show-bin-path")) / "BareServer"

    def kollegium(self, *arguments, output=os.devnull):
        return run([self.program, *arguments], output=output, environment=self.environment)

    @cached_property
    def national(self):
        """The folder of the national study; beside it lies areas.csv. Kept where --keep says so."""
        maker = SCRIPTS / "national-study"
        mark = hashlib.sha256(maker.read_bytes() + TEACHER.read_bytes()).hexdigest()[:8]
        name = "-".join(["national", *map(str, self.sizes.values()), mark])
        folder = (self.keep or self.folder).resolve() / name
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            sizes = [word for key, value in self.sizes.items() for word in (f"--{key}", str(value))]
            run([maker, unfinished / "study", "--areas", unfinished / "areas.csv", *sizes])
            unfinished.rename(folder)
        return folder / "study"

    @property
    def areas(self):
        return self.national.parent / "areas.csv"

    # The engines, and what we compare with

    @cached_property
    def sqlite(self):
        return shutil.which("sqlite3")

    @cached_property
    def psql(self):
        folder = said_by(SCRIPTS / "postgres", "programs")
        return str(Path(folder) / "psql") if folder else None

    @cached_property
    def server(self):
        """URL of the database `postgres` of a temporary server, with PostgreSQL's own defaults; None where
        there is no PostgreSQL."""
        if self.psql is None:
            return None
        command = [SCRIPTS / "postgres", "start", self.folder / "server"]
        started = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        if started.returncode != 0:
            raise Failed("the PostgreSQL server did not start, for the reason above")
        return started.stdout.strip()

    def database(self, name):
        return self.server.rsplit("/", 1)[0] + "/" + name

    def ask(self, url, sql=None, *, file=None, output=os.devnull):
        """A statement, or a file of them, through psql."""
        what = ["-c", sql] if file is None else ["-f", str(file)]
        return run([self.psql, url, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *what], output=output)

    def empty_database(self, name):
        """A new database on the server, with nothing left to be written from before."""
        self.ask(self.server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.ask(self.server, f"CREATE DATABASE {name}")
        self.ask(self.server, "CHECKPOINT")
        return self.database(name)

    @cached_property
    def data_table(self):
        """Whether R with data.table is here."""
        rscript = shutil.which("Rscript")
        check = ["-e", "if (!requireNamespace('data.table', quietly = TRUE)) quit(status = 1)"]
        if rscript is None:
            return False
        return subprocess.run([rscript, *check], capture_output=True, check=False).returncode == 0

    # The national study in our own database, once on each engine, for the reports

    @cached_property
    def national_file(self):
        path = self.folder / "national.sqlite"
        self.kollegium("study", "import", self.national, "--database", path)
        return path

    @cached_property
    def national_database(self):
        url = self.empty_database("national")
        self.kollegium("study", "import", self.national, "--database", url)
        # As autovacuum would have left it a minute later, so that it doesn't come in the middle.
        self.ask(url, "VACUUM ANALYZE")
        return url
