"""How the web application bears load: beside a bare server, and by limits of its own."""

import gzip
import html
import re
import sqlite3
import threading
from contextlib import contextmanager
from datetime import date
from statistics import median

from measuring import Failed, run
from serving import Server, Visitor, load, wrk
from setting import FIVE_SCHOOLS
from table import at_least, measured, not_measured

PASSWORD = "en lång mening som ingen gissar"
LEADER = "programledare@example.org"
# People of as many teams, whose pages are asked for in turn.
TEACHERS = 20
SECONDS = 5
# The day of the made-up study that is today's: in its third term, when there is something on a team's page.
THAT_DAY = date(2014, 11, 24)
# All days that it has, by table.
DAYS = {
    "programmes": ["starts", "ends"], "phases": ["starts", "ends"], "terms": ["starts", "ends"],
    "memberships": ["starts", "ends"], "meetings": ["starts"], "events": ["date"], "evidence": ["date"],
    "parts": ["opens", "closes"],
}


def web(setting, rounds):
    if wrk() is None:
        yield not_measured("a team's page ÷ a bare page", "≥ 20 %", "wrk is missing")
        return
    teachers = prepare(setting)
    log = setting.folder / "serve.log"
    command = lambda port: [setting.program, "serve", "--data", setting.folder / "web"]
    with Server(command, path="/sign-in", environment=setting.environment, log=log) as server:
        people = [Visitor(server).sign_in(email, PASSWORD) for email, _ in teachers]
        pages = [(f"/teams/{team}", one.cookie) for one, (_, team) in zip(people, teachers)]
        yield from beside_a_bare_one(setting, server, people[0], pages, rounds)
        leader = Visitor(server).sign_in(LEADER, PASSWORD)
        starts = [load(setting, server, [("/", leader.cookie)], SECONDS) for _ in range(rounds)]
        yield measured("programme's start page with all teams, p99", median(one.p99 for one in starts), 60, "ms")
        yield during_sign_ins(setting, server, pages, [email for email, _ in teachers], rounds)
        yield from memory(setting, server, pages, 1_000_000 if rounds > 1 else 100_000)
    yield from demonstration(setting, rounds)


# The study as if it took place now

def prepare(setting):
    """A copy of the study's database, moved to today, with accounts. Gives the teachers' addresses and teams."""
    folder = setting.folder / "web"
    folder.mkdir()
    with sqlite3.connect(setting.national_file) as stored, sqlite3.connect(folder / "kollegium.sqlite") as copy:
        stored.backup(copy)
        weeks = (date.today() - THAT_DAY).days // 7
        for table, columns in DAYS.items():
            moved = [f"{one} = date(substr({one}, 1, 10), '+{7 * weeks} days') || substr({one}, 11)" for one in columns]
            copy.execute(f"UPDATE {table} SET {', '.join(moved)}")
        found = copy.execute(
            """
            SELECT min(p.email), t.public_id FROM teams t JOIN memberships m ON m.team_id = t.id
            JOIN people p ON p.id = m.person_id
            WHERE m.role = 'teacher' AND m.starts <= date('now') AND (m.ends IS NULL OR m.ends > date('now'))
            GROUP BY t.id HAVING count(*) = 8 ORDER BY t.id LIMIT ?
            """, [TEACHERS]).fetchall()
    account = lambda email, *more: run(
        [setting.program, "account", "add", email, "--password-stdin", "--data", folder, *more],
        text=PASSWORD + "\n", environment=setting.environment)
    for email, _ in found:
        account(email)
    account(LEADER, "--name", "Pia Lindqvist", "--role", "programme-leader", "--programme", "national")
    return found


# Load

def beside_a_bare_one(setting, server, teacher, pages, rounds):
    size = len(teacher.get(pages[0][0]).body)
    bare = lambda port: [setting.bare_server, port, size]
    with Server(bare, path="/", environment=setting.environment) as yardstick:
        load(setting, server, pages, 1)
        both = [
            (load(setting, server, pages, SECONDS), load(setting, yardstick, [("/", "")], SECONDS))
            for _ in range(rounds)]
        with writing(setting.folder / "web" / "kollegium.sqlite"):
            disturbed = [load(setting, server, pages, SECONDS) for _ in range(rounds)]
    ours, theirs = (sorted(one.rate for one in loads) for loads in zip(*both))
    told = lambda rates: f"{median(rates):,.0f}/s ({rates[0]:,.0f}–{rates[-1]:,.0f})"
    yield at_least(
        f"a team's page of {size / 1000:.1f} kB, requests a second ÷ a bare page of the same size",
        100 * median(ours) / median(theirs), 20, "%", told(ours), told(theirs))
    yield measured("the same, p99", median(one.p99 for one, _ in both), 40, "ms")
    rates = sorted(one.rate for one in disturbed)
    yield at_least(
        "the same while something is written ten times a second, of the rate without",
        100 * median(rates) / median(ours), 50, "%", told(rates), told(ours))
    yield measured("the same, p99", median(one.p99 for one in disturbed), 40, "ms")


@contextmanager
def writing(file):
    """Ten times a second something is written, after which every page is read anew."""
    over = threading.Event()

    def write():
        with sqlite3.connect(file, timeout=10, isolation_level=None) as database:
            while not over.wait(0.1):
                database.execute("UPDATE teams SET grades = grades WHERE id = (SELECT min(id) FROM teams)")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        over.set()
        writer.join()


def during_sign_ins(setting, server, pages, emails, rounds):
    """Fifty people sign in again and again while others are shown pages."""
    times, entered = [], []
    for _ in range(rounds):
        over = threading.Event()

        def come_in(email):
            while not over.is_set():
                try:
                    Visitor(server).sign_in(email, PASSWORD)
                    entered.append(email)
                except (Failed, OSError):
                    pass

        crowd = [threading.Thread(target=come_in, args=[emails[at % len(emails)]]) for at in range(50)]
        for one in crowd:
            one.start()
        try:
            times.append(load(setting, server, pages, SECONDS).p99)
        finally:
            over.set()
            for one in crowd:
                one.join()
    if not entered:
        raise Failed("nobody could sign in")
    return measured("team's pages during 50 sign-ins at once, p99", median(times), 60, "ms")


def memory(setting, server, pages, requests):
    """What the server holds after a tenth of the requests, and after all."""
    asked, early = 0, None
    while asked < requests:
        asked += load(setting, server, pages, SECONDS).requests
        if early is None and asked >= requests / 10:
            early = server.resident
    late = server.resident
    yield measured(f"resident memory after {asked:,} requests", late, 200, "MB")
    yield measured("of that, come since a tenth of them", late - early, 10, "MB")


# The five-team study

def demonstration(setting, rounds):
    folder = setting.folder / "demo"
    command = lambda port: [
        setting.program, "demo", "--study", FIVE_SCHOOLS, "--data", folder, "--port", port]
    starts = []
    for _ in range(rounds):
        with Server(command, path="/demo", environment=setting.environment) as server:
            starts.append(1000 * server.until_first_page)
    yield measured("start of the demonstration until its first page", median(starts), 300, "ms")
    again = lambda port: [setting.program, "serve", "--data", folder]
    starts = []
    for _ in range(rounds):
        with Server(again, path="/sign-in", environment=setting.environment) as server:
            starts.append(1000 * server.until_first_page)
    yield measured("start of the server with the five-team study until its first page", median(starts), 300, "ms")
    with Server(command, path="/demo", environment=setting.environment) as server:
        pages = weights(server)
    heaviest = max(pages, key=pages.get)
    where = re.sub(r"[a-z2-7]{26}", "…", heaviest)
    yield measured(f"the heaviest of {len(pages)} pages with its style, compressed ({where})", pages[heaviest], 100, "kB")


def weights(server):
    """Kilobytes of each page that links lead to, for each person of the demonstration, and of what it refers to."""
    emails = re.findall(r'name="email" value="([^"]+)"', Visitor(server).get("/demo").body.decode())
    sizes, files = {}, {}
    for email in emails:
        person = Visitor(server, accept="gzip")
        plain = Visitor(server)
        plain.submit("/demo", "/demo", email=email)
        person.cookies = plain.cookies
        known, left = {"/"}, ["/"]
        while left:
            path = left.pop()
            answer = person.get(path)
            if answer.status != 200 or not answer.headers["Content-Type"].startswith("text/html"):
                continue
            packed = answer.headers["Content-Encoding"] == "gzip"
            text = (gzip.decompress(answer.body) if packed else answer.body).decode()
            for file in re.findall(r'(?:src|href)="(/static/[^"]+)"', text):
                files[file] = files.get(file) or len(person.get(file).body)
            size = len(answer.body) + sum(files[one] for one in set(re.findall(r'"(/static/[^"]+)"', text)))
            sizes[path] = max(sizes.get(path, 0), size / 1000)
            links = {html.unescape(one).partition("#")[0] for one in re.findall(r'<a [^>]*href="(/[^"]*)"', text)}
            left += sorted(links - known)
            known |= links
    return sizes
