"""The site by the keyboard: everything is reached, in sight, and the head of the page can be skipped."""

import pytest
from playwright.sync_api import expect

from conftest import HEIGHT, open_details

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

# Where the keyboard is, and what shows it; of a round mark, where the first of its name is.
FOCUS = """() => {
    const focused = document.activeElement
    if (focused === document.body) return null
    const element = focused.type === 'radio'
        ? document.querySelector(`[type=radio][name="${focused.name}"]`) : focused
    const [style, box] = [getComputedStyle(focused), focused.getBoundingClientRect()]
    return {
        place: element.dataset.place,
        words: focused.outerHTML.slice(0, 80),
        outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        standsOut: style.outlineColor !== getComputedStyle(document.body).backgroundColor,
        inView: box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0,
    }
}"""

# A page with tabs, a table and a form; one with many links; one with all sorts of fields.
REPRESENTATIVE = (
    ("supervisor", "/teams/:id/trust/:form/:term"),
    ("programme-leader", "/"),
    ("administrator", "/accounts/new"),
)


@pytest.mark.parametrize("width", (1280, 360))
@pytest.mark.parametrize(("somebody", "kind"), REPRESENTATIVE)
def test_the_keyboard_reaches_everything_in_sight(people, somebody, kind, width):
    page, kinds = people(somebody)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(kinds[kind])
    open_details(page)
    places = {str(place) for place in range(page.evaluate(TO_REACH))}
    reached = set()
    while True:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        # After the last comes nothing, or the first again. What comes again sooner is a trap, and the rest is
        # missed.
        if focus is None or focus["place"] in reached:
            break
        assert focus["outline"] >= 2 and focus["standsOut"] and focus["inView"], focus
        reached.add(focus["place"])
    assert places and reached == places


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
