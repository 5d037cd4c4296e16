"""The site by the keyboard: everything is reached, in sight, and the head of the page can be skipped."""

import pytest
from playwright.sync_api import expect

from conftest import HEIGHT, open_details
from keyboard import walk
from site_pages import NOBODY

# Marks what the keyboard must reach and says how much that is. Of round marks with one name it reaches one.
TO_REACH = """() => {
    const named = new Set()
    const reachable = [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    )].filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
        && !(element.type === 'radio' && (named.has(element.name) || !named.add(element.name))))
    reachable.forEach((element, place) => { element.dataset.place = place })
    return reachable.length
}"""

# Pages with tabs, tables, many links, and every form that much is written in.
REPRESENTATIVE = (
    (NOBODY, "/sign-in"),
    (NOBODY, "/join"),
    ("teacher", "/account"),
    ("supervisor", "/teams/:id/trust/:form/:term"),
    ("programme-leader", "/"),
    ("programme-leader", "/programmes/new"),
    ("programme-leader", "/programmes/:id/paste"),
    ("programme-leader", "/teams/:id/members"),
    ("programme-leader", "/uploads"),
    ("administrator", "/accounts/new"),
)


@pytest.mark.parametrize("width", (1280, 360))
@pytest.mark.parametrize(("somebody", "kind"), REPRESENTATIVE)
def test_the_keyboard_reaches_everything_in_sight(people, somebody, kind, width):
    page, kinds = people(somebody)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(kinds[kind])
    open_details(page)
    walk(page, TO_REACH)


def test_the_head_of_the_page_can_be_skipped(people):
    page, kinds = people("programme-leader")
    page.goto(kinds["/"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
