"""The main forms by the keyboard alone: what one comes for, a mistake on the way, and the result."""

import pytest
from playwright.sync_api import expect

COMMENT = "Skrivet utan mus."
REASON = "Satt med piltangenterna."


class Keys:
    """Fingers on a keyboard, and no mouse."""

    def __init__(self, errand):
        self._errand = errand

    @property
    def page(self):
        return self._errand.page

    def go_to(self, element, most=150):
        """Presses Tab until the keyboard is there."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if element.evaluate("element => element === document.activeElement"):
                expect(element).to_be_in_viewport()
                return
        raise AssertionError(f"Tab never comes to {element}")

    def write(self, label, text):
        self.go_to(self.page.locator("main").get_by_label(label, exact=True))
        self.page.keyboard.type(text)

    def press(self, name, role="button", key="Enter"):
        self.go_to(self.page.locator("main").get_by_role(role, name=name, exact=True).first)
        self.page.keyboard.press(key)


@pytest.fixture
def keys(errand):
    return Keys(errand)


def test_a_mistake_when_signing_in_is_found_and_mended(errand, keys):
    errand.open("/sign-in")
    keys.write("E-postadress", "ingen@example.org")
    keys.write("Lösenord", "något annat än det rätta")
    keys.page.keyboard.press("Enter")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    # From the summing up to the field it tells of.
    keys.go_to(errand.page.get_by_role("alert").get_by_role("link").first)
    keys.page.keyboard.press("Enter")
    fields = errand.page.locator("main form input:not([type=hidden])")
    assert fields.evaluate_all("fields => fields.includes(document.activeElement)")


def test_the_language_and_the_role_are_changed(errand, keys):
    errand.step_in("conversation-leader")
    you = errand.page.locator("details.you > summary")
    keys.go_to(you)
    keys.page.keyboard.press("Enter")
    keys.go_to(errand.page.locator(".you-box").get_by_role("button", name="lärare"))
    keys.page.keyboard.press("Space")
    expect(you).to_contain_text("lärare")
    keys.go_to(errand.page.get_by_role("button", name="In English"))
    keys.page.keyboard.press("Enter")
    expect(errand.page.locator("html")).to_have_attribute("lang", "en")


def test_the_team_comments_on_a_level(errand, keys):
    errand.step_in("teacher")
    keys.press("Till lagets sida", "link")
    keys.press("Tillitskarta", "link")
    errand.is_at("Tillitskarta")
    keys.go_to(errand.page.locator("a.stop").nth(1))
    keys.page.keyboard.press("Enter")
    errand.shows("Källa för källa")
    keys.write("Skriv en kommentar", COMMENT)
    keys.press("Lägg till kommentaren")
    errand.shows(COMMENT)
    keys.go_to(errand.page.locator("main").get_by_role("button", name="Ta tillbaka"))
    keys.page.keyboard.press("Enter")
    errand.no_longer_shows(COMMENT)


def test_the_supervisor_sets_a_level(errand, keys):
    errand.step_in("supervisor")
    keys.press("Till lagets sida", "link")
    keys.press("Tillitskarta", "link")
    errand.is_at("Tillitskarta")
    keys.go_to(errand.page.locator("a.stop").last)
    keys.page.keyboard.press("Enter")
    # Round marks of one name are one place, and the arrows go between them.
    keys.go_to(errand.page.get_by_role("radio", name="hög", exact=True))
    keys.page.keyboard.press("ArrowDown")
    expect(errand.page.get_by_role("radio", name="tillräckligt hög", exact=True)).to_be_checked()
    keys.write("Varför", REASON)
    keys.press("Sätt nivån")
    remark = errand.page.locator(".remark", has_text=REASON)
    expect(remark).to_contain_text("tillräckligt hög")
    keys.go_to(remark.get_by_role("button", name="Ta tillbaka"))
    keys.page.keyboard.press("Space")
    errand.no_longer_shows(REASON)


def test_people_are_pasted_in(errand, keys):
    errand.step_in("programme-leader")
    keys.press("Klistra in människor och lag", "link")
    # Somebody new on each way. The field for rows lets Tab go on.
    name = f"Tor {errand.way.scheme.title()} {'Bred' if errand.way.width > 1000 else 'Smal'}"
    keys.write("Rader", name)
    keys.press("Visa vad som händer")
    expect(errand.page.get_by_role("table", name="Rader")).to_contain_text(name)
    keys.press("Läs in allt")
    errand.is_told("lades till")


def test_somebody_is_invited(errand, keys):
    email = errand.new_address("med-tangenter")
    errand.step_in("administrator")
    errand.open("/accounts/new")
    keys.write("E-postadress", email)
    keys.write("Namn", "Tora Tangent")
    keys.go_to(errand.page.get_by_label("Roll", exact=True))
    keys.page.keyboard.type("forskare")
    keys.press("Skicka inbjudan")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    expect(errand.page.get_by_label("E-postadress", exact=True)).to_have_value(email)
    program = errand.page.get_by_label("Program", exact=True)
    keys.go_to(program)
    keys.page.keyboard.press("ArrowDown")
    keys.press("Skicka inbjudan")
    assert "/invitations/" in errand.link_sent_to(email)
