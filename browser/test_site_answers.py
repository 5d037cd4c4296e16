"""Axe on the pages that no link leads to: those that answer a form, and those that a letter opens."""

import time

import pytest
from playwright.sync_api import expect

from codes import code
from conftest import open_details
from errands import WAYS, Errand
from test_accessibility import CONTRAST, violations
from test_site_accessibility import RULES

PASSWORD = "en mycket lugn onsdag i maj"


class Looked(Errand):
    """Somebody who has each page that they come to looked at."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.amiss = {}

    def look(self, name):
        open_details(self.page)
        found = violations(self.page, **RULES)
        found += violations(self.page, runOnly={"type": "rule", "values": [CONTRAST]})
        if found:
            self.amiss[name] = found


# Axe itself is a script.
@pytest.fixture(params=[way for way in WAYS if way.has_scripts], ids=str)
def somebody(chromium, site, request):
    somebody = Looked(chromium, site, request.param)
    yield somebody
    somebody.close()


def is_told_of_mistakes(somebody):
    expect(somebody.page.get_by_role("alert").first).to_be_visible()


def test_on_the_way_in(somebody):
    somebody.open("/sign-in")
    somebody.write("E-postadress", somebody.new_address("ingen"))
    somebody.write("Lösenord", "något annat än det rätta")
    somebody.press("Logga in")
    is_told_of_mistakes(somebody)
    somebody.look("a wrong password")
    somebody.press("Skicka en länk")
    somebody.look("a link on its way")
    somebody.open("/sign-in-links/" + "A" * 43)
    somebody.look("a link that is over")
    somebody.open("/join")
    somebody.write("Lagkod", "AAAA")
    somebody.write("Ditt namn", "Nils Ny")
    somebody.write("Din e-postadress i arbetet", "nils@example.org")
    somebody.press("Gå med")
    is_told_of_mistakes(somebody)
    somebody.look("a wrong team code")
    assert somebody.amiss == {}


def test_with_an_account(somebody):
    email = somebody.new_address("betraktad")
    somebody.step_in("administrator")
    somebody.open("/accounts/new")
    somebody.write("E-postadress", email)
    somebody.write("Namn", "Bert Betraktad")
    somebody.page.get_by_label("Roll", exact=True).select_option(label="forskare")
    somebody.press("Skicka inbjudan")
    is_told_of_mistakes(somebody)
    somebody.look("an invitation without a programme")
    somebody.page.get_by_label("Program", exact=True).select_option(index=1)
    somebody.press("Skicka inbjudan")
    somebody.page.goto(somebody.link_sent_to(email))
    somebody.look("an invitation")
    somebody.write("Välj ett lösenord", PASSWORD)
    somebody.press("Gå med")
    somebody.open("/account")
    somebody.press("Slå på engångskoder")
    somebody.write("Koden i appen", "000000")
    somebody.press("Slå på")
    is_told_of_mistakes(somebody)
    somebody.look("a wrong code")
    secret = somebody.page.locator("main .hint code").first.inner_text()
    somebody.write("Koden i appen", code(secret, time.time()))
    somebody.press("Slå på")
    somebody.is_at("Dina återställningskoder")
    somebody.look("recovery codes")
    somebody.page = somebody.another_device()
    somebody.open("/sign-in")
    somebody.write("E-postadress", email)
    somebody.write("Lösenord", PASSWORD)
    somebody.press("Logga in")
    somebody.is_at("Engångskod")
    somebody.look("a code is asked for")
    assert somebody.amiss == {}


def test_in_a_team(somebody):
    somebody.step_in("supervisor")
    somebody.follow("Till lagets sida")
    somebody.follow("Tillitskarta", exact=True)
    somebody.page.locator("a.stop").nth(1).click()
    somebody.choose("låg")
    somebody.press("Sätt nivån")
    is_told_of_mistakes(somebody)
    somebody.look("a level without a reason")
    somebody.page.context.clear_cookies()
    somebody.press("Sätt nivån")
    somebody.is_at("Det du skrev finns kvar")
    somebody.look("what one wrote is kept")
    somebody.step_in("supervisor")
    somebody.follow("Till lagets sida")
    somebody.follow("Lagkod")
    somebody.press("Öppna en kod")
    expect(somebody.page.locator("p.code")).to_be_visible()
    somebody.look("a team code")
    somebody.press("Stäng koden nu")
    assert somebody.amiss == {}


def test_in_the_register(somebody, tmp_path):
    somebody.step_in("programme-leader")
    somebody.follow("Klistra in människor och lag")
    rows = ["Rut Rad\trut@example.org\tSkola 2\tArbetslag 4–9\tlärare", "Roy Rad\tinte en adress\t\t\tvaktmästare"]
    somebody.write("Rader", "\n".join(rows))
    somebody.press("Visa vad som händer")
    somebody.look("what pasted rows would do")
    somebody.open("/programmes/new")
    somebody.write("Namn på svenska", "Höstens program")
    somebody.write("Första dag", "i höstas")
    somebody.write("Sista dag", "2016-06-10")
    somebody.press("Börja ett program")
    is_told_of_mistakes(somebody)
    somebody.look("a programme with mistakes")
    file = tmp_path / "anteckningar.zip"
    file.write_bytes(b"Det som vi sade i tisdags")
    somebody.open("/uploads")
    somebody.page.get_by_label("Zip-fil").set_input_files(file)
    somebody.press("Läs in")
    is_told_of_mistakes(somebody)
    somebody.look("no bundle")
    assert somebody.amiss == {}
