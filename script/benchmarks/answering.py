"""How answering a questionnaire bears load: its page beside a bare one, and handing in beside a bare loop."""

import base64
import hashlib
import html
import os
import re
import secrets
import sqlite3
import time
from datetime import date
from statistics import median
from urllib.parse import urlencode

from serving import Server, Visitor, load, send, wrk
from table import at_least, measured, not_measured
from web import DAYS, THAT_DAY

# People who answer, each once in a round.
PEOPLE = 400
QUESTIONS = 51
SECONDS = 5
CODE = "bench"


def answering(setting, rounds):
    if wrk() is None:
        yield not_measured("a questionnaire's page ÷ a bare page", "≥ 15 %", "wrk is missing")
        return
    file, people = prepare(setting)
    command = lambda port: [setting.program, "serve", "--data", file.parent]
    log = setting.folder / "answering.log"
    with Server(command, path="/sign-in", environment=setting.environment, log=log) as server:
        visitors = [visitor(server, secret) for secret in people.values()]
        path = f"/sheets/{CODE}/sections/1"
        yield from beside_a_bare_page(setting, server, path, visitors, rounds)
        yield from beside_a_bare_loop(setting, server, file, path, visitors, list(people), rounds)


# The study as if it took place now, with a part of 51 questions open

def prepare(setting):
    """A copy of the study's database, moved to today. Gives its file, and the session of each who answers."""
    folder = setting.folder / "answering"
    folder.mkdir()
    file = folder / "kollegium.sqlite"
    with sqlite3.connect(setting.national_file) as stored, sqlite3.connect(file) as copy:
        stored.backup(copy)
        weeks = (date.today() - THAT_DAY).days // 7
        for table, columns in DAYS.items():
            moved = [f"{one} = date(substr({one}, 1, 10), '+{7 * weeks} days') || substr({one}, 11)" for one in columns]
            copy.execute(f"UPDATE {table} SET {', '.join(moved)}")
        part = open_part(copy)
        people = [row[0] for row in copy.execute(
            """
            SELECT DISTINCT s.person_id FROM sheets s JOIN memberships m ON m.person_id = s.person_id
            WHERE m.role = 'teacher' AND m.starts <= date('now') AND (m.ends IS NULL OR m.ends > date('now'))
            ORDER BY s.person_id LIMIT ?
            """, [PEOPLE])]
        write_earlier_words(copy, part, people)
        return file, {person: begin_session(copy, person) for person in people}


def open_part(copy):
    """A wave of all the study's ratings and some words, each with its look back: 51 questions."""
    version, programme, newest = copy.execute(
        """
        SELECT v.id, q.programme_id, max(p.wave) FROM questionnaires q
        JOIN questionnaire_versions v ON v.questionnaire_id = q.id JOIN parts p ON p.version_id = v.id
        """).fetchone()
    copy.execute("UPDATE programmes SET taken_over_at = 1 WHERE id = ?", [programme])
    part = copy.execute("SELECT max(id) + 1 FROM parts").fetchone()[0]
    copy.execute(
        "INSERT INTO parts (id, version_id, position, code, wave, title_sv, title_en, opens)"
        " VALUES (?, ?, 99, ?, ?, 'Mätning', 'Measurement', date('now', '-1 day'))", [part, version, CODE, newest + 1])
    copy.execute(
        """
        INSERT INTO part_items (part_id, item_id, position, type, scale_id, steps, area_id, form, facet, label_sv,
            label_en, looks_back)
        SELECT ?, x.item_id, row_number() OVER (ORDER BY min(x.part_id), min(x.position)), x.type, x.scale_id, x.steps,
            x.area_id, x.form, x.facet, x.label_sv, x.label_en, 1
        FROM part_items x JOIN parts p ON p.id = x.part_id WHERE p.version_id = ? AND x.type = 'rating'
        GROUP BY x.item_id
        """, [part, version])
    rated = copy.execute("SELECT count(*) FROM part_items WHERE part_id = ?", [part]).fetchone()[0]
    questionnaire = copy.execute("SELECT questionnaire_id FROM questionnaire_versions WHERE id = ?", [version]).fetchone()[0]
    for number in range(rated + 1, QUESTIONS + 1):
        item = copy.execute(
            "INSERT INTO items (id, questionnaire_id, code) SELECT max(id) + 1, ?, ? FROM items RETURNING id",
            [questionnaire, f"words-{number}"]).fetchone()[0]
        copy.execute(
            "INSERT INTO part_items (part_id, item_id, position, type, label_sv, label_en, looks_back)"
            " VALUES (?, ?, ?, 'text', 'Vad har förändrats?', 'What has changed?', 1)", [part, item, number])
    copy.execute(
        "INSERT INTO waves (part_id, public_id, trust_items, look_back, paging, made_at, opened_at)"
        " VALUES (?, ?, 'full', 'beside', 'whole', 1, 1)", [part, CODE])
    return part


def write_earlier_words(copy, part, people):
    """Words of an earlier wave, so that each question has an earlier self."""
    for person in people:
        copy.execute(
            """
            INSERT OR IGNORE INTO answers (sheet_id, item_id, text)
            SELECT (SELECT max(s.id) FROM sheets s WHERE s.person_id = ?), x.item_id, 'Vi har börjat visa varandra, ' || ?
            FROM part_items x WHERE x.part_id = ? AND x.type = 'text'
            """, [person, person, part])


def begin_session(copy, person):
    """An account that is signed in. The way in has a benchmark of its own."""
    secret, now = secrets.token_urlsafe(32), int(time.time() * 1000)
    digest = base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode().rstrip("=")
    account = copy.execute(
        "INSERT INTO accounts (public_id, email, language, made_at, joined_at) VALUES (?, ?, 'sv', 1, 1) RETURNING id",
        [f"account-{person}", f"person-{person}@example.org"]).fetchone()[0]
    copy.execute("INSERT INTO account_people (person_id, account_id) VALUES (?, ?)", [person, account])
    copy.execute(
        "INSERT INTO sessions (public_id, account_id, digest, rotated_at, device, started_at, seen_at, ends_at)"
        " VALUES (?, ?, ?, ?, 'bench', ?, ?, ?)",
        [f"session-{person}", account, digest, now, now, now, now + 86_400_000])
    return secret


def visitor(server, secret):
    one = Visitor(server)
    one.cookies["kollegium"] = secret
    return one


# The page

def beside_a_bare_page(setting, server, path, visitors, rounds):
    page = visitors[0].get(path)
    questions = len(re.findall(rb'name="b\d+"', page.body))
    looks_back = page.body.count(b'class="then"')
    size = len(page.body)
    asked = [(path, one.cookie) for one in visitors]
    bare = lambda port: [setting.bare_server, port, size]
    with Server(bare, path="/", environment=setting.environment) as yardstick:
        load(setting, server, asked, 1)
        both = [
            (load(setting, server, asked, SECONDS), load(setting, yardstick, [("/", "")], SECONDS))
            for _ in range(rounds)]
        # Addresses that nobody has asked for yet, so that nothing is there already.
        new = [(f"{path}?{number}", cookie) for number in range(60) for _, cookie in asked]
        first = [load(setting, server, new, SECONDS) for _ in range(rounds)]
    ours, theirs = (sorted(one.rate for one in loads) for loads in zip(*both))
    yield at_least(
        f"a questionnaire's page of {questions} questions, {looks_back} with their look back, {size / 1000:.0f} kB:"
        " requests a second ÷ a bare page of the same size",
        100 * median(ours) / median(theirs), 15, "%", told(ours), told(theirs))
    yield measured("the same, p99", median(one.p99 for one, _ in both), 40, "ms")
    rates = sorted(one.rate for one in first)
    yield at_least(
        "the same when each is asked for the first time: requests a second ÷ a bare page of the same size",
        100 * median(rates) / median(theirs), 15, "%", told(rates), told(theirs))
    yield measured("the same, p99", median(one.p99 for one in first), 40, "ms")


def told(rates):
    return f"{median(rates):,.0f}/s ({rates[0]:,.0f}–{rates[-1]:,.0f})"


# Handing in

def beside_a_bare_loop(setting, server, file, path, visitors, people, rounds):
    """Each answers all the questions in one form, and hands in; and the same rows by a loop with the same commits."""
    forms = [whole_form(one, path) for one in visitors]
    rates, bare = [], []
    for _ in range(rounds):
        forget(file)
        rates.append(send(setting, server, [forms, [hand_in(one, form) for one, form in zip(visitors, forms)]]))
        handed_in, answers = stored(file)
        if (handed_in, answers) != (len(people), len(people) * QUESTIONS):
            raise SystemExit(f"script/bench: {handed_in} of {len(people)} handed in, {answers} answers")
        bare.append(bare_loop(file, people))
    sync = time_of_sync(file.parent)
    least = 25 if sync < 1 else 50
    rates.sort(), bare.sort()
    yield at_least(
        f"handing in {QUESTIONS} answers, a second ÷ a bare loop of the same rows and commits (a sync takes {sync:.1f} ms)",
        100 * median(rates) / median(bare), least, "%", told(rates), told(bare))


def whole_form(one, path):
    """A request with an answer to each question: its path, cookie and body."""
    # Its connection has been quiet for so long that the server has closed it.
    one.connection.close()
    page = one.get(path).body.decode()
    token = re.search(r'name="form-token" value="([^"]+)"', page)[1]
    fields = [("form-token", token)]
    for name, basis in re.findall(r'name="b(\d+)" value="([^"]+)"', page):
        rated = f'type="radio" name="q{name}"' in page
        fields += [(f"q{name}", "4" if rated else "Vi pratar mer om hur eleverna lär sig."), (f"b{name}", html.unescape(basis))]
    return path, one.cookie, urlencode(fields)


def hand_in(one, form):
    path, cookie, body = form
    token = body.partition("&")[0]
    return path.replace("sections/1", "handing-in"), cookie, token


def forget(file):
    with sqlite3.connect(file, timeout=20) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("DELETE FROM sheets WHERE part_id = (SELECT id FROM parts WHERE code = ?)", [CODE])


def stored(file):
    with sqlite3.connect(file, timeout=20) as database:
        return database.execute(
            """
            SELECT count(DISTINCT s.id), count(*) FROM sheets s JOIN answers a ON a.sheet_id = s.id
            JOIN parts p ON p.id = s.part_id WHERE p.code = ? AND s.state = 'handed-in'
            """, [CODE]).fetchone()


def bare_loop(file, people):
    """Sheets a second, written one after the other by one process that does nothing else."""
    forget(file)
    database = sqlite3.connect(file, timeout=20, isolation_level=None)
    database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
    part, = database.execute("SELECT id FROM parts WHERE code = ?", [CODE]).fetchone()
    items = database.execute("SELECT item_id, type FROM part_items WHERE part_id = ?", [part]).fetchall()
    teams = dict(database.execute("SELECT person_id, max(team_id) FROM memberships GROUP BY person_id"))
    began = time.perf_counter()
    for person in people:
        database.execute("BEGIN IMMEDIATE")
        sheet, = database.execute(
            "INSERT INTO sheets (part_id, person_id, team_id, state, entry, counted) VALUES (?, ?, ?, 'open', 'web', 0)"
            " RETURNING id", [part, person, teams[person]]).fetchone()
        database.executemany(
            "INSERT INTO answers (sheet_id, item_id, step, text, look_back) VALUES (?, ?, ?, ?, 'changed')",
            [(sheet, item, 4, None) if kind == "rating" else (sheet, item, None, "Vi pratar mer om hur eleverna lär sig.")
             for item, kind in items])
        database.execute("COMMIT")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE sheets SET state = 'handed-in', submitted = date('now') WHERE id = ?", [sheet])
        database.execute("COMMIT")
    seconds = time.perf_counter() - began
    database.close()
    return len(people) / seconds


def time_of_sync(folder):
    """Milliseconds that the disk takes to have a page for certain; of many the median."""
    path, times = folder / "sync", []
    with open(path, "wb", buffering=0) as file:
        for place in range(200):
            began = time.perf_counter()
            file.write(os.urandom(4096))
            os.fdatasync(file.fileno())
            times.append(1000 * (time.perf_counter() - began))
    path.unlink()
    return median(times)
