"""How long the reports take, beside the statement alone, R, and the program's own start."""

import shutil
from pathlib import Path

from forty import write_team_of_forty
from measuring import alternate, most_resident, run, seconds
from setting import FIVE_SCHOOLS
from table import compared, faster, measured, not_measured

HERE = Path(__file__).resolve().parent


def report(setting, kind, study, database, form="json"):
    """A function that makes the report once, into a file."""
    output = setting.folder / f"{kind}.{form}"
    return lambda: setting.kollegium(
        "report", kind, study, "--format", form, "--database", database, output=output
    )


def on_both_engines(setting, rounds, kind, statement, most=1.5, memory=None):
    """The report over all teams against its statement in the engine's own shell: at most so many times as
    long and, where a limit of memory is given, in at most so many megabytes."""
    sql = HERE / f"{kind}.sql"
    answer = setting.folder / f"{kind}.txt"

    what = f"report {kind} on SQLite ÷ {statement} in sqlite3"
    if setting.sqlite is None:
        yield not_measured(what, f"≤ {most} ×", "sqlite3 is missing")
    else:
        ours = report(setting, kind, "national", setting.national_file)
        shell = [setting.sqlite, "-readonly", setting.national_file]
        statement_alone = lambda: run(shell, text=sql.read_text(), output=answer)
        yield from against(what, alternate(rounds, ours, statement_alone, warm_up=True), most, memory)

    what = f"report {kind} on PostgreSQL ÷ {statement} in psql"
    if setting.server is None:
        yield not_measured(what, f"≤ {most} ×", "PostgreSQL is missing")
    else:
        url = setting.national_database
        ours = report(setting, kind, "national", url)
        statement_alone = lambda: setting.ask(url, file=sql, output=answer)
        yield from against(what, alternate(rounds, ours, statement_alone, warm_up=True), most, memory)


def against(what, usages, most, memory):
    ours, yardstick = usages
    yield compared(what, ours, yardstick, most)
    if memory is not None:
        name = what.split(" ÷ ")[0]
        yield measured(f"resident memory of {name}", most_resident(ours), memory, "MB")


def outcome(setting, rounds):
    yield from on_both_engines(setting, rounds, "outcome", "the statement")

    what = "report outcome on SQLite ÷ R's data.table from responses.csv"
    if not setting.data_table:
        yield not_measured(what, "< 1 ×", "R with data.table is missing")
        return
    files = [setting.national / "responses.csv", setting.areas, setting.folder / "outcome.csv"]
    command = [shutil.which("Rscript"), "--vanilla", HERE / "outcome.R", *files]
    ours = report(setting, "outcome", "national", setting.national_file)
    yield faster(what, *alternate(rounds, ours, lambda: run(command), warm_up=True))


def trust(setting, rounds):
    yield from on_both_engines(setting, rounds, "trust", "the newest evidence")


def continuity(setting, rounds):
    yield from on_both_engines(setting, rounds, "continuity", "its statements", most=2, memory=250)


def change(setting, rounds):
    yield from on_both_engines(setting, rounds, "change", "the statement", most=2, memory=250)


def permutation(setting, rounds):
    """One team of forty, who answered ten items of one form twice, with gaps: the whole command, on one core."""
    what = "report change of forty people on one core"
    taskset = shutil.which("taskset")
    if taskset is None:
        yield not_measured(what, "≤ 100 ms", "taskset is missing")
        return
    database = setting.folder / "forty.sqlite"
    setting.kollegium("study", "import", write_team_of_forty(setting.folder / "forty"), "--database", database)
    command = [taskset, "--cpu-list", "0", setting.program, "report", "change", "forty", "--database", database]
    ours = lambda: run([*command, "--format", "json"], environment=setting.environment)
    version = lambda: run([taskset, "--cpu-list", "0", setting.program, "--version"], environment=setting.environment)
    usages, start = alternate(rounds, ours, version, warm_up=True)
    yield measured(what, 1000 * seconds(usages)[0], 100, "ms")
    yield measured("of which is not the program's start", 1000 * (seconds(usages)[0] - seconds(start)[0]), 100, "ms")


def five_schools(setting, rounds):
    database = setting.folder / "five-schools.sqlite"
    setting.kollegium("study", "import", FIVE_SCHOOLS, "--database", database)
    version = lambda: setting.kollegium("--version")

    kinds = ["outcome", "trust"]
    reports = [report(setting, kind, "five-schools", database) for kind in kinds]
    *usages, start = alternate(rounds, *reports, version, warm_up=True)
    for kind, ours in zip(kinds, usages):
        yield compared(f"report {kind} of the five-team study ÷ kollegium --version", ours, start, 4)

    kinds = ["outcome", "trust", "continuity", "change"]
    pages = [report(setting, kind, "five-schools", database, form="html") for kind in kinds]
    *usages, start = alternate(rounds, *pages, version, warm_up=True)
    for kind, ours in zip(kinds, usages):
        yield compared(f"report {kind} of the five-team study as a page ÷ kollegium --version", ours, start, 6)
        size = (setting.folder / f"{kind}.html").stat().st_size / 1000
        yield measured(f"size of the page of report {kind}", size, 150, "kB")
