"""A wave from the programme leader's side: how many have handed in, the days, and the closing."""

import pytest

from test_errands_questionnaire import is_sound

PART = "Efter ett läsår"


@pytest.fixture
def leading(answering):
    answering.step_in("programme-leader")
    return answering


def to_waves(errand):
    errand.open("/")
    errand.go_to("Programmet")
    errand.follow("Omgångar")
    errand.is_at("Omgångar")


def test_a_programme_leader_closes_a_wave_that_is_open(leading, answering):
    to_waves(leading)
    is_sound(leading)
    leading.follow("Se hur många som har lämnat in")
    leading.is_at(PART)
    leading.shows("Har lämnat in, till och med i går")
    leading.shows("Vem som har lämnat in visas aldrig.")
    is_sound(leading)
    leading.follow("Stäng nu")
    leading.is_at(f"Stäng ”{PART}”?")
    leading.shows("Det går inte att ångra")
    is_sound(leading)
    leading.press("Stäng omgången")
    leading.is_told("Omgången är stängd")
    leading.no_longer_shows("Stäng nu")
    leading.shows("Svaren räknas nu med.")
    leading.follow("Se vad det har blivit")
    leading.is_at(f"Vad det har blivit: {PART}")
    leading.shows("Nådda mål")
    leading.shows("Skola 2, Arbetslag 4–9")
    leading.shows("Lagen tillsammans")
    leading.shows("Vad har varit den största utmaningen?")
    is_sound(leading)
    to_waves(leading)
    leading.no_longer_shows("är öppen")


def test_a_last_day_is_moved_and_a_mistake_in_it_told(leading, answering):
    to_waves(leading)
    leading.follow(PART)
    leading.follow("Flytta dagarna")
    leading.is_at("Flytta dagarna")
    leading.write("Sista svarsdag", "i våras")
    leading.press("Spara")
    leading.shows("”i våras” går inte att läsa som ett datum")
    is_sound(leading)
    leading.write("Sista svarsdag", "19 juni 2014")
    leading.press("Spara")
    leading.is_at(PART)
    leading.shows("till och med tors\u00a019\u00a0juni\u00a02014")


def test_a_study_asks_its_questions_about_trust_in_turn(leading, answering):
    to_waves(leading)
    leading.follow("Ändra", exact=True)
    leading.is_at("Hur enkäterna ställs")
    is_sound(leading)
    leading.page.get_by_label("Frågor om tillit").select_option("in-turn")
    leading.press("Spara")
    leading.is_at("Omgångar")
    leading.shows("i tur och ordning")
