"""Ways in, and what everybody can do with their own account."""

import time

import pytest
from playwright.sync_api import expect

from codes import SECONDS, code

PASSWORD = "en mycket lugn onsdag i maj"


@pytest.fixture
def newcomer(errand, request):
    """Somebody whom the administrator has invited, and who has come in; their address."""
    email = errand.new_address(request.node.originalname.replace("_", "-")[:40])
    errand.step_in("administrator")
    errand.go_to("Konton")
    errand.follow("Bjud in någon")
    errand.write("E-postadress", email)
    errand.write("Namn", "Nora Ny")
    errand.press("Skicka inbjudan")
    link = errand.link_sent_to(email)
    errand.page = errand.another_device()
    errand.page.goto(link)
    errand.is_at("Välkommen")
    errand.press("Gå med")
    errand.open("/account")
    return email


def test_signing_in_by_a_link_and_by_a_password(errand, newcomer):
    errand.write("Nytt lösenord", PASSWORD)
    errand.press("Välj lösenord")
    errand.is_told("Lösenordet är")
    errand.own_menu().get_by_role("button", name="Logga ut").click()

    errand.open("/account")
    errand.write("E-postadress", newcomer)
    errand.press("Skicka en länk")
    errand.page.goto(errand.link_sent_to(newcomer))
    errand.is_at("Välkommen tillbaka")
    errand.press("Logga in")
    errand.open("/account")
    errand.is_at("Ditt konto")
    errand.own_menu().get_by_role("button", name="Logga ut").click()

    errand.open("/account")
    errand.write("E-postadress", newcomer)
    errand.write("Lösenord", "något annat än det rätta")
    errand.press("Logga in")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    expect(errand.page.get_by_label("E-postadress")).to_have_value(newcomer)
    errand.write("Lösenord", PASSWORD)
    errand.press("Logga in")
    # One comes to where one was going.
    errand.is_at("Ditt konto")


def test_the_language_is_changed_and_changed_back(errand):
    errand.step_in("teacher")
    errand.is_at("Välkommen, Karin")
    errand.page.get_by_role("button", name="In English").click()
    errand.is_at("Welcome, Karin")
    expect(errand.page.locator("html")).to_have_attribute("lang", "en")
    errand.page.get_by_role("button", name="På svenska").click()
    errand.is_at("Välkommen, Karin")


def test_another_hat_is_put_on(errand):
    errand.step_in("conversation-leader")
    hat = errand.page.locator("details.you > summary")
    expect(hat).to_contain_text("samtalsledare")
    errand.own_menu().get_by_role("button", name="lärare").click()
    expect(hat).to_contain_text("lärare")
    errand.own_menu().get_by_role("button", name="samtalsledare").click()
    expect(hat).to_contain_text("samtalsledare")


def test_a_forgotten_session_is_ended(errand, newcomer):
    forgotten, here = errand.page, errand.another_device()
    errand.page = here
    errand.open("/sign-in")
    errand.write("E-postadress", newcomer)
    errand.press("Skicka en länk")
    here.goto(errand.link_sent_to(newcomer))
    errand.press("Logga in")
    errand.open("/account")
    sessions = here.get_by_role("table", name="Inloggade enheter").locator("tbody tr")
    expect(sessions).to_have_count(2)
    sessions.filter(has_not_text="den här").get_by_role("button").click()
    expect(sessions).to_have_count(1)
    expect(sessions).to_contain_text("den här")

    forgotten.goto(errand.site.address + "/account")
    expect(forgotten.get_by_role("button", name="Logga in")).to_be_visible()


def test_one_time_codes_are_turned_on_asked_for_and_turned_off(errand, newcomer):
    page, now = errand.page, time.time
    errand.write("Nytt lösenord", PASSWORD)
    errand.press("Välj lösenord")
    errand.press("Slå på engångskoder")
    secret = page.locator("main .hint code").first.inner_text()
    errand.write("Koden i appen", "000000")
    errand.press("Slå på")
    expect(page.get_by_role("alert")).to_be_visible()
    errand.write("Koden i appen", code(secret, now()))
    errand.press("Slå på")
    errand.is_at("Dina återställningskoder")
    recovery = page.locator(".codes li").all_inner_texts()
    assert len(set(recovery)) >= 8
    errand.follow("Jag har sparat dem")
    errand.own_menu().get_by_role("button", name="Logga ut").click()

    errand.open("/account")
    errand.write("E-postadress", newcomer)
    errand.write("Lösenord", PASSWORD)
    errand.press("Logga in")
    errand.is_at("Engångskod")
    # A code is good once, so that this must be the next.
    errand.write("Kod", code(secret, now() + SECONDS))
    errand.press("Logga in")
    errand.is_at("Ditt konto")

    page.locator("summary", has_text="Stäng av").click()
    errand.write("Nuvarande lösenord", PASSWORD, within="details[open]")
    errand.write("Kod i appen", recovery[0], within="details[open]")
    errand.press("Stäng av engångskoder")
    errand.shows("Engångskoder är avstängda")
