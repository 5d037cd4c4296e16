"""The purpose of the work: leaders say why they want it, teachers whether they share it, a researcher groups the goals."""

import pytest
from playwright.sync_api import expect

from test_errands_keyboard import Keys


@pytest.fixture
def keys(errand):
    return Keys(errand)


def test_a_principal_says_why_and_says_it_anew(errand):
    errand.step_in("principal")
    errand.go_to("Skola 1")
    errand.follow("Syftet med arbetet")
    errand.is_at("Syftet med arbetet")
    words = f"Jag vill att ni får tid att se varandra ({errand.way})."
    errand.write("Dina ord", "")
    errand.press("Säg det")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    errand.write("Dina ord", words)
    errand.press("Säg det")
    errand.is_told("Sparat.")
    errand.shows(words)
    errand.page.locator("main summary", has_text="Tidigare").first.click()
    errand.shows("Jag lovar att träffarna får ligga kvar")


def test_a_teacher_answers_by_the_keyboard_and_changes_it(errand, keys):
    errand.step_in("teacher-in-a-hard-place")
    errand.go_to("Arbetslag 7–9")
    errand.follow("Syftet", exact=True)
    errand.is_at("Syftet med arbetet")
    errand.shows("Vad du har svarat förut")
    keys.press("Delvis")
    errand.shows("Du svarade ”Delvis”")
    expect(errand.page.get_by_role("button", name="Delvis", pressed=True)).to_be_visible()
    keys.press("Ja", key="Space")
    errand.shows("Du svarade ”Ja”")
    errand.no_longer_shows("Du svarade ”Delvis”")
    errand.open("/")
    errand.no_longer_shows("Säg om du delar ledningens syfte")


def test_a_researcher_puts_a_goal_under_a_heading(errand):
    errand.step_in("researcher")
    errand.go_to("Fem arbetslag i två år")
    errand.follow("Svaren själva, som forskningsfiler")
    errand.follow("Målen från början")
    errand.is_at("Målen från början")
    goal = errand.page.get_by_label("Verktyg för svåra samtal").first
    goal.fill("Svåra samtal")
    errand.press("Spara rubrikerna")
    errand.is_told("Sparat.")
    expect(errand.page.get_by_label("Verktyg för svåra samtal").first).to_have_value("Svåra samtal")
    # As it was, for the next who comes.
    errand.page.get_by_label("Verktyg för svåra samtal").first.fill("")
    errand.press("Spara rubrikerna")
    expect(errand.page.get_by_label("Verktyg för svåra samtal").first).to_have_value("")
