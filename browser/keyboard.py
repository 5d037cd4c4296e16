"""A walk through a page by the keyboard alone."""

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
        opens: focused.tagName === 'SUMMARY',
        scrolls: 'scrolls' in focused.dataset,
    }
}"""


def walk(page, marking, use=lambda focus: None):
    """Goes from one thing to the next until the last, and asserts that each is in sight and that none is missed.

    `marking` is a script that marks what has to be reached by `data-place`, from 0 on, and says how much that is;
    `use` does something with each thing on the way.
    """
    places = {str(place) for place in range(page.evaluate(marking))}
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
        use(focus)
    assert places and reached == places
