"""Writing a questionnaire: question by question, and by a file in Excel."""

from openpyxl import load_workbook
from playwright.sync_api import expect


def begin(errand, ready):
    errand.step_in("programme-leader")
    errand.go_to("Programmet")
    errand.follow("Enkäter")
    errand.is_at("Enkäter")
    errand.page.locator("main .choice label").filter(has_text=ready).click()
    errand.press("Börja ett utkast")


def throw_away(errand):
    """Leaves the site as it was."""
    errand.follow("Släng enkäten")
    errand.is_at("Släng enkäten?")
    errand.press("Släng enkäten")
    errand.shows("Utkastet är borta")


def test_a_programme_leader_writes_a_question_and_sees_what_would_change(errand):
    begin(errand, "En tom enkät")
    errand.is_at("Ny enkät")
    draft = errand.page.url.split("?")[0]
    errand.follow("Lägg till en del")
    errand.write("Namn på svenska", "Vid start")
    errand.press("Lägg till en del")
    errand.is_at("Vid start")
    errand.follow("Skattning på en skala")
    errand.press("Lägg till en fråga")
    expect(errand.page.get_by_role("alert").first).to_be_visible()
    errand.write("Frågan på svenska", "Vi hinner prata till punkt.")
    errand.page.get_by_label("Skala", exact=True).select_option(index=1)
    errand.press("Lägg till en fråga")
    errand.is_at("Vid start")
    errand.follow("Öppen fråga")
    errand.write("Frågan på svenska", "Vad väntar du dig?")
    errand.press("Lägg till en fråga")
    errand.page.get_by_role("button", name="Flytta upp Vad väntar du dig?").click()
    expect(errand.page.locator("main ol li").first).to_contain_text("Vad väntar du dig?")
    errand.follow("Val av ett")
    errand.write("Frågan på svenska", "Vad behövs mest?")
    errand.write("Alternativ på svenska", "Mer tid\nHandledning")
    errand.press("Lägg till en fråga")
    errand.follow("Se delen som den som svarar")
    errand.shows("Mer tid")
    errand.shows("inget sparas")
    errand.follow("Tillbaka till utkastet")
    errand.follow("Ta bort Vad behövs mest?")
    errand.is_at("Ta bort frågan?")
    errand.press("Ta bort")
    errand.is_at("Vid start")
    errand.no_longer_shows("Vad behövs mest?")
    errand.page.goto(draft)
    errand.follow("Se vad som ändras, och publicera")
    errand.shows("Engelska saknas")
    errand.shows("Ny del med 2 frågor")
    errand.follow("Tillbaka till utkastet")
    throw_away(errand)


def test_a_questionnaire_goes_to_excel_and_comes_back_changed(errand, tmp_path):
    errand.step_in("programme-leader")
    errand.go_to("Programmet")
    errand.follow("Enkäter")
    errand.is_at("Enkäter")
    questionnaires = errand.page.url
    errand.follow("Pedagogenkät")
    with errand.page.expect_download() as download:
        errand.page.get_by_role("link", name="XLSForm (Excel)").click()
    path = tmp_path / "teacher.xlsx"
    download.value.save_as(path)
    book = load_workbook(path)
    names = [cell.value for cell in book["survey"][1]]
    row = next(row for row in book["survey"].iter_rows(min_row=2) if row[1].value == "concerns")
    row[names.index("label::Svenska (sv)")].value = "Vad oroar dig?"
    book.save(path)

    errand.page.goto(questionnaires)
    errand.follow("Jag har en fil")
    errand.page.get_by_label("Fil med enkäten").set_input_files(path)
    errand.press("Läs in")
    errand.is_at("Pedagogenkät")
    draft = errand.page.url.split("?")[0]
    errand.follow("Vid start")
    errand.shows("Vad oroar dig?")
    errand.page.goto(draft)
    throw_away(errand)


def test_a_file_with_mistakes_is_told_at_its_lines(errand, tmp_path):
    errand.step_in("programme-leader")
    errand.go_to("Programmet")
    errand.follow("Enkäter")
    errand.follow("Jag har en fil")
    path = tmp_path / "a.yaml"
    path.write_text("id: a\ntitle: A\naudience: pupil\nscales: {}\nparts: []\n", encoding="utf-8")
    errand.page.get_by_label("Fil med enkäten").set_input_files(path)
    errand.press("Läs in")
    expect(errand.page.get_by_role("alert").first).to_contain_text("yaml:3")
