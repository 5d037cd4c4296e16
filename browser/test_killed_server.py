"""The server is killed while many hand in: what somebody was told is saved, is there afterwards, and nothing twice."""

import base64
import hashlib
import http.client
import random
import re
import secrets
import sqlite3
import threading
import time
from urllib.parse import urlencode

import pytest

from demo_site import OPEN_WAVE, DemoSite

# Milliseconds since 1970 on the demonstration's day, long after which the sessions end.
NOW = 1402390800000


def begin_sessions(file):
    """A session of each teacher whom the open wave asks. Gives their secrets by the person's key."""
    with sqlite3.connect(file, timeout=20) as database:
        people = database.execute(
            """
            SELECT DISTINCT m.person_id FROM memberships m
            WHERE m.role IN ('teacher', 'conversation-leader') AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
            """, [str(OPEN_WAVE)] * 2).fetchall()
        # All of them have this part before them.
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(
            "DELETE FROM sheets WHERE part_id = (SELECT part_id FROM waves WHERE opened_at > 0 AND closed_at IS NULL)")
        return {person: begin_session(database, person) for person, in people}


def begin_session(database, person):
    secret = secrets.token_urlsafe(32)
    digest = base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode().rstrip("=")
    known = database.execute("SELECT account_id FROM account_people WHERE person_id = ?", [person]).fetchone()
    if known is None:
        known = database.execute(
            "INSERT INTO accounts (public_id, email, language, made_at, joined_at) VALUES (?, ?, 'sv', 1, 1)"
            " RETURNING id", [f"account-{person}", f"person-{person}@example.org"]).fetchone()
        database.execute("INSERT INTO account_people (person_id, account_id) VALUES (?, ?)", [person, *known])
    database.execute(
        "INSERT INTO sessions (public_id, account_id, digest, rotated_at, device, started_at, seen_at, ends_at)"
        " VALUES (?, ?, ?, ?, 'test', ?, ?, ?)",
        [f"session-{person}", *known, digest, NOW, NOW, NOW, NOW + 10 * 86_400_000])
    return secret


class Teacher:
    """Answers section by section without looking up, and remembers what the server has confirmed."""

    def __init__(self, address, wave, secret):
        self.host, self.wave, self.cookie = address.removeprefix("http://"), wave, f"kollegium={secret}"
        self.origin = address
        self.confirmed, self.is_handed_in = {}, False

    def answer(self):
        try:
            for section in range(1, 7):
                self._section(f"/sheets/{self.wave}/sections/{section}")
            token = self._token(self._ask("GET", f"/sheets/{self.wave}/review")[1])
            self.is_handed_in = self._ask("POST", f"/sheets/{self.wave}/handing-in", [("form-token", token)])[0] == 303
        except (OSError, http.client.HTTPException):
            pass

    def _section(self, path):
        page = self._ask("GET", path)[1]
        fields, given = [("form-token", self._token(page))], {}
        for number, basis in re.findall(r'name="b(\d+)" value="([^"]+)"', page):
            rated = f'type="radio" name="q{number}"' in page
            given[int(number)] = "3" if rated else f"Svar {number}"
            fields += [(f"q{number}", given[int(number)]), (f"b{number}", basis)]
        if self._ask("POST", path, fields)[0] == 303:
            self.confirmed |= given

    def _token(self, page):
        return re.search(r'name="form-token" value="([^"]+)"', page)[1]

    def _ask(self, method, path, fields=None):
        connection = http.client.HTTPConnection(self.host, timeout=20)
        headers = {"Cookie": self.cookie, "Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, fields and urlencode(fields), headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def stored(file, person):
    """How many sheets the person has of the open wave, whether handed in, and how many answers are on it."""
    with sqlite3.connect(file) as database:
        sheets = database.execute(
            """
            SELECT s.id, s.state FROM sheets s JOIN waves w ON w.part_id = s.part_id
            WHERE s.person_id = ? AND s.entry = 'web'
            """, [person]).fetchall()
        answers = sum(
            database.execute("SELECT count(*) FROM answers WHERE sheet_id = ?", [sheet]).fetchone()[0]
            for sheet, _ in sheets)
    return len(sheets), [state for _, state in sheets] == ["handed-in"], answers


@pytest.mark.parametrize("attempt", range(4))
def test_what_was_confirmed_is_there(tmp_path, attempt):
    site = DemoSite(tmp_path, OPEN_WAVE)
    try:
        file = tmp_path / "demo" / "kollegium.sqlite"
        sessions = begin_sessions(file)
        assert len(sessions) > 20
        with sqlite3.connect(file) as database:
            wave, = database.execute("SELECT public_id FROM waves WHERE closed_at IS NULL").fetchone()
        teachers = {person: Teacher(site.address, wave, secret) for person, secret in sessions.items()}
        crowd = [threading.Thread(target=one.answer) for one in teachers.values()]
        for one in crowd:
            one.start()
        # Some have handed in by then, and others are in the middle of it.
        until = time.monotonic() + 60
        wanted = random.Random(attempt).randrange(1, len(teachers) - 5)
        while time.monotonic() < until and sum(one.is_handed_in for one in teachers.values()) < wanted:
            time.sleep(0.002)
        site.kill()
        for one in crowd:
            one.join()
    finally:
        site.stop()
    assert any(one.is_handed_in for one in teachers.values())
    assert not all(one.is_handed_in for one in teachers.values())
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for person, one in teachers.items():
        sheets, is_handed_in, answers = stored(file, person)
        assert sheets <= 1
        assert is_handed_in or not one.is_handed_in
        assert answers >= len(one.confirmed)
