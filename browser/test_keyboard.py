"""All that can be done on a page can be done with the keyboard, and one sees where one is."""

from keyboard import walk

# Marks what the keyboard must reach, and says how much that is: what opens, and what is a region or scrolls.
TO_REACH = """() => {
    const scrolls = element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        && element.scrollWidth > element.clientWidth + 1
    const reachable = [...document.body.querySelectorAll('*')].filter(element =>
        element.matches('summary, a[href], [role=region]') || scrolls(element))
    reachable.forEach((element, place) => {
        element.dataset.place = place
        element.toggleAttribute('data-scrolls', scrolls(element))
    })
    return reachable.length
}"""

ALL_OPEN = "() => [...document.querySelectorAll('details')].every(details => details.open)"
ALL_SCROLLED = "() => [...document.querySelectorAll('[data-scrolls]')].every(region => region.scrollLeft > 0)"


def test_the_keyboard_reaches_opens_and_scrolls_everything(opened, page_of):
    page = opened(page_of, width=320)

    def use(focus):
        if focus["opens"]:
            page.keyboard.press("Enter")
        elif focus["scrolls"]:
            page.keyboard.press("ArrowRight")

    walk(page, TO_REACH, use)
    assert page.evaluate(ALL_OPEN)
    page.wait_for_function(ALL_SCROLLED, timeout=5000)
