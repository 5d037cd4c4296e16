"""A questionnaire on paper: printed, and typed in by a researcher."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from site_pages import ROLES
from test_errands_questionnaire import is_sound, questions

NAME = "Pedagogenkät: Efter ett läsår"
OPT_OUT = {"sv": "vill inte svara", "en": "prefer not to answer"}


@pytest.fixture
def typing(answering):
    answering.step_in("researcher")
    answering.open("/")
    start = answering.page.content()
    answering.open(re.search(r'href="(/programmes/[a-z2-7]{26})/', start)[1] + "/research")
    answering.is_at("Forskningsfiler")
    return answering


def test_a_researcher_types_in_a_paper_that_its_owner_then_finds(typing, answering):
    typing.follow("skriv in ett papper")
    typing.is_at("Skriv in ett papper")
    is_sound(typing)
    typing.write("Pseudonym", "ingen")
    typing.write("Ifyllt den", "10 juni 2014")
    for scale in typing.page.locator(".scale").all():
        scale.locator("label").nth(4).click()
    typing.write("Vad önskar du inför år två?", "Skrivet med penna")
    typing.press("Spara papperet")
    # Nothing that was typed is lost.
    typing.shows("Inget papper kan skrivas in för den pseudonymen")
    is_sound(typing)
    expect(typing.page.get_by_label("Vad önskar du inför år två?")).to_have_value("Skrivet med penna")
    marked = questions(typing).locator("input[type=radio]:checked")
    assert marked.count() > 25
    typing.write("Pseudonym", ROLES["teacher"].split("@")[0])
    typing.press("Spara papperet")
    typing.is_at("Papperet är inskrivet")
    typing.shows("av 41 frågor")
    typing.no_longer_shows("Skrivet med penna")
    is_sound(typing)
    typing.follow("Nästa papper")
    expect(typing.page.get_by_label("Pseudonym")).to_have_value("")
    typing.step_in("teacher")
    typing.open("/sheets")
    typing.follow(NAME)
    typing.shows("Inskriven från papper.")
    typing.shows("Skrivet med penna")
    is_sound(typing)
    typing.follow("Ändra något")


@pytest.mark.with_scripts
@pytest.mark.parametrize("language", ("sv", "en"))
def test_no_question_of_the_printed_form_is_parted_by_the_end_of_a_page(typing, answering, tmp_path, language):
    if language == "en":
        typing.page.locator("footer").get_by_role("button", name="In English").click()
    typing.page.locator("main").get_by_role("link", name=re.compile("formuläret att skriva ut|the form to print")).click()
    is_sound(typing)
    asked = [" ".join(words.split()) for words in typing.page.locator(".asked .words").all_inner_texts()]
    typing.page.emulate_media(media="print")
    typing.page.pdf(path=tmp_path / "form.pdf", format="A4", prefer_css_page_size=True)
    command = ["pdftotext", "-raw", tmp_path / "form.pdf", "-"]
    text = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    pages = [" ".join(page.split()) for page in text.split("\f")[:-1]]
    assert len(asked) == 41 and len(pages) > 3 and all(pages)
    # Each question begins on one page, and ends there by its last box.
    begun = [sum(words in page for words in asked) for page in pages]
    assert sum(begun) == len(asked)
    assert [page.count(OPT_OUT[language]) for page in pages] == begun
    # No heading is left behind by what it stands above.
    headings = typing.page.locator(".paper h2").all_inner_texts()
    assert [page for page in pages if any(page.endswith(heading) for heading in headings)] == []
    assert "Byt person" not in text and "Be someone else" not in text
