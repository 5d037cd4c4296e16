"""Makes up a study that is hard to lay out: names without a space to break at, names that look like markup,
fourteen areas with long labels, twelve teams in one school, a team too small to show, meetings and events in
heaps. The same bundle each time. Nobody in it exists."""

import csv
import json
import random
from datetime import date, timedelta

UNBROKEN = "Samundervisningsgruppenförspråkochkunskapsutveckling"
MARKUP = "Lag <b>&amp; “citat” 'x'</b> <script>alert(1)</script>"
SENTENCE = "Det som laget har kommit överens om att pröva tillsammans under läsåret och följa upp varje gång"

SCHOOLS = [("s1", UNBROKEN + "skolan"), ("s2", "Ö")]
# Name, how many people, and how many of them answer; the last team is alone at its school.
TEAMS = [
    (UNBROKEN, 7, 5),
    (MARKUP, 8, 8),
    (SENTENCE, 9, 7),
    ("A", 6, 6),
    ("Litet lag", 4, 3),
    ("Tyst lag", 5, 0),
    ("Stort lag", 30, 27),
    ("W" * 60, 8, 8),
    (UNBROKEN + " 2", 12, 9),
    ("Årskurs 7–9", 7, 7),
    ("Årskurs 4–6", 10, 10),
    ("Årskurs F–3", 8, 6),
    ("Ensamt lag", 9, 9),
]

AREAS = [UNBROKEN.lower(), SENTENCE, MARKUP, "M" * 70]
AREAS += [f"Område {number} om {SENTENCE[:40]}" for number in range(5, 15)]
PARTS = [
    ("start", 1, UNBROKEN + "vidstarten", date(2023, 9, 4), False),
    ("year1", 2, SENTENCE, date(2024, 6, 3), True),
    ("year2", 3, "Efter två läsår", date(2025, 6, 2), True),
]
FORMS = ("process", "collegial", "collective")
TRUST_ITEMS = [(f"{form}-{number}", form) for form in FORMS for number in (1, 2, 3)]
# The first two areas have three questions each, the others one.
IMPACT_ITEMS = [
    (f"impact-{area}-{number}", f"area{area}")
    for area in range(1, len(AREAS) + 1)
    for number in range(1, 4 if area <= 2 else 2)
]
EVIDENCE = {
    "purpose": ("process", ["shared", "disputed"]),
    "organisational-trustworthiness": ("process", ["high", "low"]),
    "leadership-distance": ("process", ["distant", "close"]),
    "drivers": ("collective", ["present", "absent"]),
    "efficacy": ("collective", ["low", "growing", "established"]),
    "relations": ("collegial", ["affirmed", "doubted"]),
    "climate": ("collegial", ["apparent-only", "open"]),
    "practice": ("collegial", ["not-visible", "visible"]),
}
EVENTS = ["leader-feedback", "leader-joins-supervision", "individual-exemption", "frame-reduced"]
EVENTS += ["team-split", "note", "filming-offered", "organisation-unresolved", "en-sort-som-ingen-känner"]
FIRST_MEETING = date(2023, 8, 22)


def write(folder):
    """Writes the bundle `hostile` into the folder, which must not be there."""
    dice = random.Random(1)
    (folder / "instruments").mkdir(parents=True)
    study = {
        "format": "kollegium-study/1",
        "id": "hostile",
        "title": both(f"{UNBROKEN} – {MARKUP}"),
        "starts": "2023-08-21",
        "ends": "2025-06-13",
    }
    # YAML reads JSON.
    write_json(folder / "study.yaml", study)
    write_json(folder / "instruments/teacher.yaml", questionnaire())
    table(folder / "schools.csv", "id,name", SCHOOLS)
    named = [(team, school(team), name) for team, name, _, _ in teams()]
    table(folder / "teams.csv", "id,school,name", named)
    people = [(person, team) for team, _, size, _ in teams() for person in members(team, size)]
    table(folder / "people.csv", "id,name", [(person, f"Person {person}") for person, _ in people])
    memberships = [(team, person, "teacher", "2023-08-21") for person, team in people]
    table(folder / "memberships.csv", "team,person,role,from", memberships)
    table(folder / "responses.csv", "instrument,part,person,team,item,value,submitted", responses(dice))
    table(folder / "evidence.csv", "id,team,form,indicator,value,source,date,note", evidence(dice))
    meetings = list(meetings_held(dice))
    table(folder / "meetings.csv", "id,team,kind,starts,planned_minutes,status", meetings)
    table(folder / "attendance.csv", "meeting,person,status", attendance(dice, meetings))
    table(folder / "events.csv", "team,date,kind,detail", events(dice))


def both(text):
    return {"sv": text, "en": text}


def write_json(file, value):
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def table(file, columns, rows):
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


def teams():
    """Id, name, how many people, how many of them answer."""
    return [(f"t{number:02}", *team) for number, team in enumerate(TEAMS, start=1)]


def school(team):
    return "s2" if team == f"t{len(TEAMS)}" else "s1"


def members(team, count):
    return [f"{team}-p{number:02}" for number in range(1, count + 1)]


def questionnaire():
    def rating(item, **of):
        return {"id": item, "type": "rating", "scale": "steps", **both(f"{item}: {SENTENCE}"), **of}

    steps = [f"{SENTENCE} ({step})" for step in range(1, 6)]
    return {
        "id": "teacher",
        "title": both("Enkät om " + UNBROKEN),
        "audience": "teacher",
        "scales": {"steps": {language: steps for language in ("sv", "en")}},
        "areas": {f"area{number}": both(label) for number, label in enumerate(AREAS, start=1)},
        "parts": [
            {
                "id": part,
                "wave": wave,
                "title": both(title),
                "opens": opens.isoformat(),
                "items": [rating(item, form=form) for item, form in TRUST_ITEMS]
                + ([rating(item, area=area) for item, area in IMPACT_ITEMS] if has_impact else []),
            }
            for part, wave, title, opens, has_impact in PARTS
        ],
    }


def responses(dice):
    for team, _, size, answering in teams():
        level = dice.choice([1.5, 2.5, 3.5, 4.5])
        for part, _, _, opens, has_impact in PARTS:
            items = [item for item, _ in TRUST_ITEMS + (IMPACT_ITEMS if has_impact else [])]
            for person in members(team, size)[:answering]:
                for item in items:
                    step = min(5, max(1, round(dice.gauss(level, 1))))
                    yield "teacher", part, person, team, item, step, opens.isoformat()


def evidence(dice):
    count = 0
    # The last team has none.
    for team, *_ in teams()[:-1]:
        for indicator, (form, values) in EVIDENCE.items():
            count += 1
            evidence = f"e{count:03}{UNBROKEN}"
            source = dice.choice(["teacher-questionnaire", "supervisor-report", UNBROKEN])
            yield evidence, team, form, indicator, dice.choice(values), source, "2025-06-03", SENTENCE


def meetings_held(dice):
    for team, *_ in teams():
        for number in range(60):
            day = FIRST_MEETING + timedelta(days=10 * number)
            status = "cancelled" if dice.random() < 0.15 else "held"
            yield f"{team}-m{number:02}", team, "supervision", f"{day}T14:30", 90, status


def attendance(dice, meetings):
    sizes = {team: size for team, _, size, _ in teams()}
    for meeting, team, *_, status in meetings:
        if status == "held":
            for person in members(team, sizes[team]):
                yield meeting, person, dice.choices(["present", "absent", "excused"], [8, 1, 1])[0]


def events(dice):
    for team, _, size, _ in teams():
        for number in range(24):
            # Three at a time, so that their marks meet.
            day = FIRST_MEETING + timedelta(days=80 * (number // 3) + number % 3)
            yield team, day, dice.choice(EVENTS), f"{SENTENCE} {UNBROKEN}"
        yield team, date(2024, 2, 6), "practice-shown", members(team, size)[0]
    yield "t04", date(2024, 9, 2), "programme-ended", SENTENCE
