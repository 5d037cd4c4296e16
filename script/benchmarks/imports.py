"""How long the import of the national study takes, beside what the engine's own shell needs for its files."""

import csv
import os

from measuring import alternate, most_resident, run
from table import compared, measured, not_measured

INDEXES = """
CREATE INDEX responses_of_item ON responses (instrument, part, person, item);
CREATE INDEX responses_of_team ON responses (team, item);
"""


def tables(study):
    """(name, columns, path) of each CSV file of a bundle."""
    for path in sorted(study.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            yield path.stem, next(csv.reader(file)), path


def sqlite_script(study):
    lines = []
    for name, columns, path in tables(study):
        lines.append(f"CREATE TABLE {name} ({', '.join(map(quoted, columns))});")
        lines.append(f'.import --csv --skip 1 "{path}" {name}')
    return "\n".join(lines) + INDEXES


def psql_script(study):
    lines = []
    for name, columns, path in tables(study):
        lines.append(f"CREATE TABLE {name} ({', '.join(quoted(column) + ' text' for column in columns)});")
        file = str(path).replace("'", "''")
        lines.append(f"\\copy {name} from '{file}' with (format csv, header true)")
    return "\n".join(lines) + INDEXES


def quoted(column):
    # `from` and `to` are words of SQL.
    return f'"{column}"'


def remove(path):
    for suffix in ["", "-wal", "-shm", "-journal"]:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def bytes_of(path):
    names = [path.with_name(path.name + suffix) for suffix in ["", "-wal", "-shm"]]
    return sum(name.stat().st_size for name in names if name.exists())


def into_sqlite(setting, rounds):
    what = "import into SQLite ÷ sqlite3 .import with two indexes"
    if setting.sqlite is None:
        yield not_measured(what, "≤ 5 ×", "sqlite3 is missing")
        return
    study = setting.national
    script = sqlite_script(study)
    ours, bare = setting.folder / "ours.sqlite", setting.folder / "bare.sqlite"

    def import_study():
        remove(ours)
        os.sync()
        return setting.kollegium("study", "import", study, "--database", ours)

    def import_files():
        remove(bare)
        os.sync()
        return run([setting.sqlite, "-bail", bare], text=script)

    a, b = alternate(rounds, import_study, import_files)
    yield compared(what, a, b, 5)
    yield measured("resident memory of that import", most_resident(a), 250, "MB")
    per_answer = bytes_of(ours) / setting.sizes["answers"]
    yield measured("on disk per answer, indexes included", per_answer, 60, "bytes")
    remove(ours)
    remove(bare)


def into_postgres(setting, rounds):
    what = "import into PostgreSQL ÷ psql \\copy with two indexes"
    if setting.server is None:
        yield not_measured(what, "≤ 5 ×", "PostgreSQL is missing")
        return
    study = setting.national
    script = setting.folder / "copy.sql"
    script.write_text(psql_script(study), encoding="utf-8")

    def import_study():
        url = setting.empty_database("ours")
        os.sync()
        return setting.kollegium("study", "import", study, "--database", url)

    def copy_files():
        url = setting.empty_database("bare")
        os.sync()
        return setting.ask(url, file=script)

    a, b = alternate(rounds, import_study, copy_files)
    yield compared(what, a, b, 5)
    yield measured("resident memory of that import", most_resident(a), 250, "MB")
    for name in ["ours", "bare"]:
        setting.ask(setting.server, f"DROP DATABASE {name} WITH (FORCE)")
