"""A made-up study of one team of forty people, as large as exact tests are asked to be quick for."""

import random

PEOPLE = 40
ITEMS = 10


def write_team_of_forty(folder):
    """Two parts of ten items on one form of trust; one answer in seven is missing, so that means have many
    different denominators. The same bytes each time."""
    rng = random.Random(40)
    people = [f"p{number:02d}" for number in range(1, PEOPLE + 1)]
    items = [f"q{number:02d}" for number in range(1, ITEMS + 1)]
    inclination = {person: rng.gauss(3, 0.8) for person in people}
    answers = [
        f"trust,{part},{person},t1,{item},{min(5, max(1, round(rng.gauss(inclination[person] + gain, 1))))},"
        for part, gain in [("start", 0), ("end", 0.1)]
        for person in people
        for item in items
        if rng.random() > 1 / 7
    ]
    steps = "[1, 2, 3, 4, 5]"
    asked = "".join(f"      - {{id: {item}, type: rating, scale: five, form: collegial}}\n" for item in items)
    parts = "".join(
        f"  - id: {part}\n    wave: {wave}\n    items:\n{asked}" for wave, part in [(1, "start"), (2, "end")]
    )
    files = {
        "study.yaml": "format: kollegium-study/1\nid: forty\ntitle: Forty\nstarts: 2013-08-19\nends: 2014-06-13\n",
        "schools.csv": "id,name\ns1,School\n",
        "teams.csv": "id,school,name\nt1,s1,Team\n",
        "people.csv": "id,name\n" + "".join(f"{person},{person}\n" for person in people),
        "memberships.csv": "team,person,role,from\n"
        + "".join(f"t1,{person},teacher,2013-08-19\n" for person in people),
        "instruments/trust.yaml": "id: trust\ntitle: Trust\naudience: teacher\n"
        f"scales:\n  five: {{en: {steps}}}\nparts:\n{parts}",
        "responses.csv": "instrument,part,person,team,item,value,submitted\n" + "\n".join(answers) + "\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
