"""What those come for who lead: a school, a programme, a study."""

import csv
import re
import time
import zipfile
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from report_pages import FIVE_SCHOOLS


def test_a_principal_sees_conditions_and_outcome_of_the_school(errand):
    errand.step_in("principal")
    errand.is_at("Skola 1, just nu")
    errand.shows("planerade träffar har hållits")
    errand.go_to("Skola 1")
    errand.is_at("Skola 1")
    school = errand.page.url
    errand.page.goto(school + "/outcome")
    errand.is_at("Utfall enligt lärarna")


def test_a_development_leader_sees_conditions_at_each_school_and_no_teams_trust(errand):
    errand.step_in("development-leader")
    errand.is_at("Villkoren på dina skolor")
    errand.shows("10 av 11")
    errand.follow("Skola 2")
    errand.is_at("Skola 2")
    errand.follow("Arbetslag 4–9")
    errand.is_at("Arbetslag 4–9")
    errand.shows("Villkoren för arbetet, i ord")
    team = urlsplit(errand.page.url).path
    assert errand.open(team + "/trust").status == 404
    errand.is_at("Här finns ingen sida")


def test_a_programme_leader_pastes_people_in(errand):
    one, other = errand.new_address("inklistrad"), errand.new_address("inklistrad-till")
    errand.step_in("programme-leader")
    errand.follow("Klistra in människor och lag")
    rows = [("Ines Inklistrad", one), ("Ivar Inklistrad", other)]
    errand.write("Rader", "\n".join(f"{name}\t{email}\tSkola 2\tArbetslag 4–9\tlärare" for name, email in rows))
    errand.press("Visa vad som händer")
    errand.shows("Det här kommer att hända")
    expect(errand.page.get_by_role("table", name="Rader").locator("tbody tr")).to_have_count(2)
    errand.page.locator('button[name="step"][value="apply"]').click()

    errand.go_to("Människor")
    errand.write("Namn eller e-post", one)
    errand.press("Sök")
    errand.follow("Ines Inklistrad")
    errand.shows("Arbetslag 4–9")
    errand.press("Bjud in", exact=True)
    expect(errand.page.get_by_role("button", name="Skicka inbjudan igen")).to_be_visible()
    assert "/invitations/" in errand.link_sent_to(one)

    errand.follow("Arbetslag 4–9")
    row = errand.page.get_by_role("row").filter(has_text="Ivar Inklistrad").last
    row.get_by_role("link", name="Ändra").click()
    errand.write("Sista dag i laget", "2015-06-12")
    errand.press("Avsluta medlemskapet")
    errand.is_at("Medlemmar i Arbetslag 4–9")


def test_nothing_typed_is_lost_where_a_row_is_wrong(errand):
    errand.step_in("programme-leader")
    errand.follow("Klistra in människor och lag")
    right = "Rut Rad\trut@example.org\tSkola 2\tArbetslag 4–9\tlärare"
    wrong = "Roy Rad\tinte en adress\tSkola 2\tArbetslag 4–9\tlärare"
    errand.write("Rader", f"Namn\tE-post\tSkola\tArbetslag\tRoll\n{right}\n{wrong}")
    errand.press("Visa vad som händer")
    expect(errand.page.get_by_role("alert").first).to_be_visible()
    expect(errand.page.get_by_role("textbox", name="Rader", exact=True)).to_have_value(re.compile("inte en adress"))


def see_it_through(errand):
    """With scripts the page of an import renews itself; without them one asks how far it has come."""
    progress = errand.page.get_by_role("link", name="Visa läget nu")
    end = time.monotonic() + 90
    while progress.count() and time.monotonic() < end:
        errand.page.wait_for_timeout(500)
        if not errand.way.has_scripts:
            progress.click()
    expect(progress).to_have_count(0)


def test_a_study_bundle_is_taken_in(errand, bundle, site_for_imports):
    errand.site = site_for_imports
    errand.step_in("programme-leader")
    errand.go_to("Läs in")
    errand.page.get_by_label("Zip-fil").set_input_files(bundle)
    errand.press("Läs in")
    see_it_through(errand)
    errand.follow("Till programmet")
    errand.is_at(f"Provstudien {bundle.stem}")


def test_a_file_that_is_no_bundle_changes_nothing(errand, tmp_path):
    file = tmp_path / "anteckningar.zip"
    file.write_bytes(b"Det som vi sade i tisdags")
    errand.step_in("programme-leader")
    errand.go_to("Läs in")
    errand.page.get_by_label("Zip-fil").set_input_files(file)
    errand.press("Läs in")
    see_it_through(errand)
    expect(errand.page.get_by_role("alert")).to_be_visible()


def test_a_programme_leader_turns_the_pages_of_people(errand):
    errand.step_in("programme-leader")
    errand.go_to("Människor")
    names = errand.page.get_by_role("table", name="Människor").locator("tbody th")
    first = names.all_inner_texts()
    errand.follow("Nästa")
    expect(errand.page.get_by_role("link", name="Föregående")).to_be_visible()
    assert not set(first) & set(names.all_inner_texts()) - {""}
    errand.follow("Föregående")
    expect(names).to_have_text(first)


def test_a_researcher_reads_the_statistics(errand):
    errand.step_in("researcher")
    errand.follow("Fem arbetslag i två år")
    errand.is_at("Statistik")
    errand.shows("Vilka som inte är med")
    # Under pseudonym, and never by name.
    errand.shows("t2")
    errand.no_longer_shows("Arbetslag 4–9")


@pytest.fixture
def bundle(errand, tmp_path):
    """The example as a zip file, of another study and with nobody's address, for this way alone."""
    bundle = tmp_path / f"{errand.way}.zip"
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(FIVE_SCHOOLS.rglob("*")):
            if not file.is_file():
                continue
            text = file.read_text(encoding="utf-8")
            if file.name == "study.yaml":
                text = re.sub("(?m)^id: .*$", f"id: prov-{errand.way}", text)
                text = re.sub("(?m)^title: .*$", f"title: {{sv: Provstudien {bundle.stem}, en: A trial}}", text)
            if file.name == "people.csv":
                text = "\n".join(",".join([*row[:2], "", *row[3:]]) for row in csv.reader(text.splitlines()))
                text = text.replace("id,name,,school", "id,name,email,school", 1) + "\n"
            archive.writestr(str(file.relative_to(FIVE_SCHOOLS)), text)
    return bundle
