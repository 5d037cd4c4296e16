"""How the research file of a whole country is written while people work: seconds, memory, and others' pages meanwhile."""

import re
import sqlite3
import threading
import time
from datetime import date
from pathlib import Path
from statistics import median

from answering import begin_session, visitor
from measuring import Failed, run
from serving import Server, Visitor, load, wrk
from table import Row, measured, not_measured
from web import DAYS, PASSWORD, THAT_DAY

RESEARCHER = "forskare@example.org"
# Signed in meanwhile, and looking at their teams' pages some hundred times a second.
TEACHERS = 20
PAUSE = 100  # milliseconds between two pages on each connection
SECONDS = 5
FORMATS = {"sav": "SPSS", "csv": "CSV"}
# Nobody waits longer for a file.
PATIENCE = 1_800  # seconds
# As a file has them, without pseudonyms and labels: a row for each answer, with whose sheet it is on.
JOINED = """
SELECT h.public_id, f.code, g.code, p.wave, p.code, substr(s.submitted, 1, 7), s.entry, i.code, a.step
FROM questionnaires q
JOIN questionnaire_versions v ON v.questionnaire_id = q.id
JOIN parts p ON p.version_id = v.id
JOIN sheets s ON s.part_id = p.id AND s.state = 'handed-in'
JOIN people h ON h.id = s.person_id
JOIN teams g ON g.id = s.team_id
LEFT JOIN school_profiles f ON f.programme_id = g.programme_id AND f.school_id = g.school_id
JOIN answers a ON a.sheet_id = s.id
JOIN items i ON i.id = a.item_id
ORDER BY h.public_id, p.wave
"""


def research(setting, rounds):
    if wrk() is None or setting.sqlite is None:
        missing = "wrk" if wrk() is None else "sqlite3"
        yield not_measured("a research file while people work", "< 250 MB, p99 < 60 ms", f"{missing} is missing")
        return
    file, sheets, teachers = prepare(setting)
    command = lambda port: [setting.program, "serve", "--data", file.parent]
    log = setting.folder / "research.log"
    yardstick = [
        run([setting.sqlite, "-csv", file, JOINED], output=setting.folder / "joined.csv").wall for _ in range(rounds)]
    with Server(command, path="/sign-in", environment=setting.environment, log=log) as server:
        pages = [(f"/teams/{team}", visitor(server, secret).cookie) for team, secret in teachers]
        researcher = Visitor(server).sign_in(RESEARCHER, PASSWORD)
        # Signing in has its own way with memory.
        forget_peak(server)
        alone = load(setting, server, pages, SECONDS, pause=PAUSE)
        serving = peak(server)
        for ending, name in FORMATS.items():
            forget_peak(server)
            written = [write(setting, server, researcher, ending, pages, sheets) for _ in range(rounds)]
            times = sorted(one["seconds"] for one in written)
            slowest = max(one["p99"] for one in written)
            yield ratio_of(name, sheets, times, yardstick)
            yield measured(
                f"memory of the server meanwhile, at its highest ({serving:.0f} MB from serving alone)",
                peak(server), 250, "MB")
            yield measured(
                f"others' pages meanwhile, p99 (alone {alone.p99:.1f} ms)", slowest, 60, "ms")
            # It is told once a second.
            least, steps = (2 if times[0] > 4 else 1), min(one["steps"] for one in written)
            yield Row("the page shows how far it has come", f"{steps} different shares", f"≥ {least}", steps >= least)


def ratio_of(name, sheets, times, yardstick):
    """Told without a limit of its own: it rests for as long as it works, so that others' pages do not wait."""
    told = lambda all: f"{median(all):.1f} s ({min(all):.1f}–{max(all):.1f})"
    return Row(
        f"the research file for {name} of {sheets:,} sheets, beside people at work ÷ sqlite3 joining the same answers",
        f"{median(times) / median(yardstick):.1f} ×", "told", True, told(times), told(yardstick))


# The study, everybody's yes, and who asks

def prepare(setting):
    """A copy of the study's database with everybody's yes, moved to today but for its waves, which have closed.
    Gives its file, how many sheets a file has to hold, and the teams and sessions of some teachers."""
    folder = setting.folder / "research"
    folder.mkdir()
    file = folder / "kollegium.sqlite"
    with sqlite3.connect(setting.national_file) as stored, sqlite3.connect(file) as copy:
        stored.backup(copy)
        weeks = (date.today() - THAT_DAY).days // 7
        for table, columns in DAYS.items():
            if table == "parts":
                continue
            moved = [f"{one} = date(substr({one}, 1, 10), '+{7 * weeks} days') || substr({one}, 11)" for one in columns]
            copy.execute(f"UPDATE {table} SET {', '.join(moved)}")
        copy.execute(
            "INSERT INTO consents (study_id, person_id, purpose, answer, at)"
            " SELECT study_id, person_id, 'research', 'yes', 1 FROM study_people")
        teachers = [
            (team, begin_session(copy, person)) for team, person in copy.execute(
                """
                SELECT t.public_id, min(m.person_id) FROM teams t JOIN memberships m ON m.team_id = t.id
                WHERE m.role = 'teacher' AND m.starts <= date('now') AND (m.ends IS NULL OR m.ends > date('now'))
                GROUP BY t.id HAVING count(*) >= 5 ORDER BY t.id LIMIT ?
                """, [TEACHERS]).fetchall()]
        sheets = copy.execute("SELECT count(*) FROM sheets WHERE state = 'handed-in'").fetchone()[0]
    if len(teachers) < TEACHERS or not sheets:
        raise Failed(f"the made-up study has {len(teachers)} teachers at work and {sheets} sheets")
    run([setting.program, "account", "add", RESEARCHER, "--name", "Rut Ek", "--role", "researcher", "--programme",
         "national", "--password-stdin", "--data", folder], text=PASSWORD + "\n", environment=setting.environment)
    return file, sheets, teachers


# A file

def write(setting, server, researcher, ending, pages, sheets):
    """Asks for a file as one does on the page and waits for it, while others work. Gives seconds, p99 and steps."""
    page = research_page(researcher)
    text = researcher.get(page).body.decode()
    questionnaire = re.search(r'<select id="questionnaire".*?<option value="([a-z2-7]{26})"', text, re.DOTALL)
    if not questionnaire:
        raise Failed(f"{page} offers no questionnaire")
    answer = researcher.submit(page, page, questionnaire=questionnaire[1], format=ending)
    if answer.status != 303:
        raise Failed(f"asking for {ending}: {answer.status}")
    path, began = answer.headers["Location"], time.perf_counter()
    times, trouble, over = [], [], threading.Event()

    def work():
        try:
            while not over.is_set():
                times.append(load(setting, server, pages, 2, pause=PAUSE).p99)
        except Failed as failure:
            trouble.append(failure)

    crowd = threading.Thread(target=work)
    crowd.start()
    try:
        shares = follow(researcher, path, began)
        seconds = time.perf_counter() - began
    finally:
        over.set()
        crowd.join()
    if trouble:
        raise trouble[0]
    done = researcher.get(path).body.decode()
    # Thousands have a space that does not break.
    told = re.search(r"<p>([\d\s\u00a0\u202f.,]+) (?:svarsblad|sheets) ", done)
    if not told or int(re.sub(r"\D", "", told[1])) != sheets:
        raise Failed(f"{path} has {told and told[1]} of {sheets} sheets")
    content = researcher.get(path + "/content")
    if content.status != 200 or len(content.body) < 20 * sheets:
        raise Failed(f"{path}/content: {content.status}, {len(content.body)} bytes for {sheets} sheets")
    return {"seconds": seconds, "p99": median(times), "steps": len(shares)}


def research_page(researcher):
    """Where links lead a researcher to the files."""
    start = researcher.get("/").body.decode()
    found = re.search(r'href="(/programmes/[a-z2-7]{26})/', start)
    if not found:
        raise Failed("no programme on the researcher's start page")
    return found[1] + "/research"


def follow(researcher, path, began):
    """Looks at the file's page until it is ready. Gives the shares in per cent that it showed."""
    shares = set()
    while time.perf_counter() - began < PATIENCE:
        answer = researcher.get(path)
        text = answer.body.decode()
        if answer.status != 200:
            raise Failed(f"{path}: {answer.status}")
        if f'href="{path}/content"' in text:
            return shares
        share = re.search(r'<progress max="100" value="(\d+)"', text)
        if not share:
            raise Failed(f"{path} is neither being written nor ready")
        shares.add(int(share[1]))
        time.sleep(0.2)
    raise Failed(f"{path} was not ready after {PATIENCE} s")


# The server's memory

def peak(server):
    """Megabytes at the highest since it began, or since that was forgotten."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e6


def forget_peak(server):
    Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")
