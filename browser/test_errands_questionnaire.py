"""A questionnaire from the start page to what was kept, in good weather and in bad."""

import re

import pytest
from playwright.sync_api import expect

from test_accessibility import TAGS, violations

GOAL = "Fler elever når målen"
SAVED = "Sparat. Bara du ser det."


def begin(errand):
    """From the start page to the first question."""
    errand.open("/")
    errand.follow("Pedagogenkät: Efter ett läsår")
    errand.is_at("Pedagogenkät: Efter ett läsår")
    errand.shows("Vem ser det du svarar?")
    errand.follow("Börja")
    errand.is_at("Målen från förra gången")


def questions(errand):
    return errand.page.locator(".question")


def rate_all(errand, words):
    """Chooses the same step everywhere on the page."""
    for question in questions(errand).filter(has=errand.page.locator(".scale")).all():
        question.get_by_text(words, exact=True).click()


def go_on(errand, heading):
    errand.press(re.compile("^Spara och"))
    errand.is_at(heading)


def is_sound(errand):
    """Nothing that axe finds, nothing to scroll sideways for, nothing from elsewhere."""
    page = errand.page
    if errand.way.has_scripts:
        assert violations(page, runOnly={"type": "tag", "values": TAGS}) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= errand.way.width


def saved(errand):
    expect(errand.page.locator("[data-saved]")).to_have_text(SAVED)


def test_a_teacher_meets_the_earlier_self_and_hands_in(answering):
    begin(answering)
    is_sound(answering)
    answering.shows(f"Mål 1: ”{GOAL}”")
    rate_all(answering, "i stor utsträckning")
    go_on(answering, "Dina viktigaste mål")
    is_sound(answering)
    answering.press("Behåll det svaret")
    expect(answering.page.get_by_label("Viktigt mål 1")).to_have_value(GOAL)
    answering.write("Viktigt mål 2", "Arbetsro vid uppstarten av lektionen")
    go_on(answering, "Några frågor till dig")
    answering.write("Vad önskar du inför år två?", "Mer tid med elevernas egna röster")
    go_on(answering, "Arbetets upplägg")
    # No earlier answer pulls at the new one.
    answering.no_longer_shows("2013")
    for heading in ("Mellan dig och kollegorna", "Ni som lag", "Återblick"):
        rate_all(answering, "stämmer ganska bra")
        go_on(answering, heading)
    answering.shows("28\u00a0aug\u00a02013")
    is_sound(answering)
    questions(answering).first.get_by_text("stämmer delvis", exact=True).first.click()
    answering.write("Vad har förändrats för dig?", "Jag visar mer av det som inte fungerar.")
    answering.press("Så står jag: gå vidare")
    answering.is_at("Läs igenom")
    is_sound(answering)
    answering.press("Lämna in")
    answering.is_at("Pedagogenkät: Efter ett läsår")
    answering.shows("Tack. Inlämnat tis\u00a010\u00a0juni\u00a02014.")
    answering.shows("först: stämmer ganska bra")
    answering.shows("Jag visar mer av det som inte fungerar.")
    row = answering.page.get_by_role("row").filter(has_text="Viktigt mål 1")
    expect(row).to_contain_text("bekräftat")
    is_sound(answering)
    # And the start page no longer waits for it.
    answering.open("/")
    answering.no_longer_shows("Pedagogenkät")


def test_what_was_begun_is_gone_on_with_from_another_device(answering):
    begin(answering)
    rate_all(answering, "i viss utsträckning")
    go_on(answering, "Dina viktigaste mål")
    answering.page = answering.another_device()
    answering.step_in("teacher")
    answering.open("/sheets")
    answering.shows("Du har börjat. Det du har svarat är sparat.")
    answering.follow("Pedagogenkät: Efter ett läsår")
    answering.follow("Fortsätt där du var")
    answering.is_at("Dina viktigaste mål")


def test_a_session_that_has_ended_takes_nothing_away(answering):
    begin(answering)
    go_on(answering, "Dina viktigaste mål")
    answering.write("Viktigt mål 1", "Skrivet innan sessionen tog slut, och längre än en rad")
    answering.page.context.clear_cookies()
    if answering.way.has_scripts:
        expect(answering.page.locator("[data-saved]")).to_contain_text("Du är utloggad")
        again = answering.page.context.new_page()
        here, answering.page = answering.page, again
        answering.step_in("teacher")
        answering.page = here
        saved(answering)
        answering.page.reload()
    else:
        answering.press("Spara", exact=True)
        answering.is_at("Det du skrev finns kvar")
        again = answering.page.context.new_page()
        here, answering.page = answering.page, again
        answering.step_in("teacher")
        answering.page = here
        answering.press("Skicka igen")
        answering.press("Skicka igen")
        answering.is_at("Dina viktigaste mål")
    expect(answering.page.get_by_label("Viktigt mål 1")).to_have_value(
        "Skrivet innan sessionen tog slut, och längre än en rad"
    )


@pytest.mark.with_scripts
def test_a_telephone_that_loses_its_net_twice(answering):
    begin(answering)
    go_on(answering, "Dina viktigaste mål")
    context, told = answering.page.context, answering.page.locator("[data-saved]")
    for number in (1, 2):
        context.set_offline(True)
        answering.write(f"Viktigt mål {number}", f"Skrivet utan nät {number}")
        expect(told).to_contain_text("Inget nät just nu")
        # Nobody leaves the page with what is not saved.
        answering.press("Spara och gå vidare")
        answering.is_at("Dina viktigaste mål")
        context.set_offline(False)
        saved(answering)
    # The window is closed without a net, and what was written comes back with the page.
    context.set_offline(True)
    answering.write("Viktigt mål 3", "Skrivet sist")
    expect(told).to_contain_text("Inget nät just nu")
    address = answering.page.url
    answering.page.close()
    context.set_offline(False)
    answering.page = context.new_page()
    answering.page.goto(address)
    saved(answering)
    answering.page.reload()
    for number, words in ((1, "Skrivet utan nät 1"), (2, "Skrivet utan nät 2"), (3, "Skrivet sist")):
        expect(answering.page.get_by_label(f"Viktigt mål {number}")).to_have_value(words)


@pytest.mark.with_scripts
def test_two_windows_do_not_take_away_each_others_answers(answering):
    begin(answering)
    go_on(answering, "Dina viktigaste mål")
    other = answering.page.context.new_page()
    other.goto(answering.page.url)
    answering.write("Viktigt mål 1", "Från det ena fönstret")
    saved(answering)
    other.get_by_label("Viktigt mål 2").fill("Från det andra fönstret")
    expect(other.locator("[data-saved]")).to_have_text(SAVED)
    other.get_by_label("Viktigt mål 1").fill("Något annat")
    expect(other.locator("[data-saved]")).to_contain_text("Något kunde inte sparas")
    expect(other.locator("main")).to_contain_text("Från det ena fönstret")
    answering.page.reload()
    expect(answering.page.get_by_label("Viktigt mål 1")).to_have_value("Från det ena fönstret")
    expect(answering.page.get_by_label("Viktigt mål 2")).to_have_value("Från det andra fönstret")
    # Having seen both one may choose.
    other.get_by_label("Viktigt mål 1").fill("Något annat, valt")
    expect(other.locator("[data-saved]")).to_have_text(SAVED)
    answering.page.reload()
    expect(answering.page.get_by_label("Viktigt mål 1")).to_have_value("Något annat, valt")


@pytest.mark.with_scripts
def test_another_person_at_the_same_browser_meets_nothing_of_it(answering):
    begin(answering)
    go_on(answering, "Dina viktigaste mål")
    answering.page.context.set_offline(True)
    answering.write("Viktigt mål 1", "Bara mitt")
    expect(answering.page.locator("[data-saved]")).to_contain_text("Inget nät just nu")
    address, context = answering.page.url, answering.page.context
    answering.page.close()
    context.set_offline(False)
    answering.page = context.new_page()
    answering.step_in("conversation-leader")
    answering.page.goto(address)
    expect(answering.page.get_by_label("Viktigt mål 1")).to_have_value("")


@pytest.mark.with_scripts
def test_signing_out_leaves_nothing_for_the_next_person_at_the_browser(answering):
    page, context = answering.page, answering.page.context
    begin(answering)
    go_on(answering, "Dina viktigaste mål")
    told = page.locator("[data-saved]")
    sheet = page.url
    # What is written cannot be sent, and lies in the browser.
    context.route("**/sheets/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    answering.write("Viktigt mål 1", "Bara mitt, och inte skickat")
    expect(told).to_contain_text("Inget nät just nu")
    kept = "JSON.stringify(localStorage)"
    assert "Bara mitt" in page.evaluate(kept)
    # One is warned, and may stay.
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    answering.own_menu().get_by_role("button", name="Logga ut").click()
    expect(page).to_have_url(sheet)
    page.wait_for_function("document.querySelector('[data-saved]').textContent.includes('Inget nät')")
    assert len(asked) == 1 and "inte sparat än" in asked[0]
    assert "Bara mitt" in page.evaluate(kept)
    # Another window of the same person signs out: this one keeps nothing more.
    other = context.new_page()
    other.goto(answering.site.address + "/who-sees-what")
    other.locator("details.you > summary").click()
    other.get_by_role("button", name="Logga ut").click()
    expect(other.get_by_role("status").first).to_contain_text("Du är utloggad")
    assert "Bara mitt" not in other.evaluate(kept)
    page.get_by_label("Viktigt mål 2").fill("Bara mitt, efteråt")
    expect(told).to_contain_text(re.compile("Inget nät|utloggad"))
    page.wait_for_timeout(1500)
    assert "Bara mitt" not in other.evaluate(kept)
    page.close()
    # The next to sit down there.
    context.unroute("**/sheets/**")
    answering.page = other
    answering.step_in("conversation-leader")
    other.goto(sheet)
    expect(other.get_by_label("Viktigt mål 1")).to_have_value("")
    assert "Bara mitt" not in other.evaluate(kept)


@pytest.mark.with_scripts
def test_signing_out_where_one_writes_takes_what_is_unsent_away_when_told_to(answering):
    page, context = answering.page, answering.page.context
    begin(answering)
    go_on(answering, "Dina viktigaste mål")
    answering.write("Viktigt mål 1", "Hinner fram")
    # What can be sent is sent first, and nobody is asked.
    answering.own_menu().get_by_role("button", name="Logga ut").click()
    answering.is_told("Du är utloggad")
    answering.step_in("teacher")
    answering.open("/sheets")
    answering.follow("Pedagogenkät: Efter ett läsår")
    answering.follow("Fortsätt där du var")
    page.goto(page.url.rsplit("/", 1)[0] + "/2")
    expect(page.get_by_label("Viktigt mål 1")).to_have_value("Hinner fram")
    context.route("**/sheets/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    answering.write("Viktigt mål 2", "Hinner inte")
    expect(page.locator("[data-saved]")).to_contain_text("Inget nät just nu")
    page.once("dialog", lambda dialog: dialog.accept())
    answering.own_menu().get_by_role("button", name="Logga ut").click()
    answering.is_told("Du är utloggad")
    assert "Hinner inte" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_whole_questionnaire_by_the_keyboard_alone(answering):
    page = answering.page
    answering.open("/")

    def go_to(element, most=260):
        for _ in range(most):
            page.keyboard.press("Tab")
            if element.evaluate("element => element === document.activeElement"):
                expect(element).to_be_in_viewport()
                return
        raise AssertionError(f"Tab never comes to {element}")

    def enter(name, role="button"):
        go_to(page.locator("main").get_by_role(role, name=name).first)
        page.keyboard.press("Enter")

    enter("Pedagogenkät: Efter ett läsår", "link")
    enter("Börja", "link")
    for heading in (
        "Målen från förra gången", "Dina viktigaste mål", "Några frågor till dig", "Arbetets upplägg",
        "Mellan dig och kollegorna", "Ni som lag",
    ):
        answering.is_at(heading)
        for question in questions(answering).all():
            first = question.locator("input:not([type=hidden], [type=checkbox]), textarea").first
            go_to(first)
            if first.get_attribute("type") == "radio":
                page.keyboard.press("Space")
                page.keyboard.press("ArrowRight")
            else:
                page.keyboard.type("Skrivet utan mus")
        enter(re.compile("^Spara och"))
    answering.is_at("Återblick")
    go_to(page.get_by_label("Vad har förändrats för dig?"))
    page.keyboard.type("Inget som kräver en mus")
    enter("Så står jag: gå vidare")
    answering.is_at("Läs igenom")
    enter("Lämna in")
    answering.shows("Tack. Inlämnat")
    answering.shows("Skrivet utan mus")
