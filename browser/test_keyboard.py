"""All that can be done on a page can be done with the keyboard, and one sees where one is."""

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

# Where the keyboard is, and what shows it.
FOCUS = """() => {
    const element = document.activeElement
    if (element === document.body) return null
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    return {
        place: element.dataset.place,
        tag: element.tagName,
        words: element.textContent.trim().slice(0, 40),
        outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        standsOut: style.outlineColor !== getComputedStyle(document.body).backgroundColor,
        inView: box.top < innerHeight && box.bottom > 0,
        scrolls: 'scrolls' in element.dataset,
    }
}"""

ALL_OPEN = "() => [...document.querySelectorAll('details')].every(details => details.open)"
ALL_SCROLLED = "() => [...document.querySelectorAll('[data-scrolls]')].every(region => region.scrollLeft > 0)"


def test_the_keyboard_reaches_opens_and_scrolls_everything(opened, page_of):
    page = opened(page_of, width=320)
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
        if focus["tag"] == "SUMMARY":
            page.keyboard.press("Enter")
        elif focus["scrolls"]:
            page.keyboard.press("ArrowRight")
    assert places and reached == places
    assert page.evaluate(ALL_OPEN)
    page.wait_for_function(ALL_SCROLLED, timeout=5000)
