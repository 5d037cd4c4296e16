"""Nobody scrolls sideways to read: on a telephone, and with larger text."""

import pytest

from conftest import HEIGHT, WIDTHS, open_details

# What reaches beyond the window, but for what lies in a region that scrolls by itself.
BEYOND = """() => {
    const outside = [...document.body.querySelectorAll('*')].filter(element =>
        element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll'))
    const innermost = outside.filter(element =>
        !outside.some(other => element !== other && element.contains(other)))
    return innermost.slice(0, 5).map(element =>
        `<${element.tagName}> ${element.textContent.trim().slice(0, 60)}`)
}"""


@pytest.mark.parametrize("text", (100, 200))
def test_the_page_does_not_scroll_sideways(opened, page_of, text):
    page = opened(page_of)
    page.evaluate("text => { document.documentElement.style.fontSize = text + '%' }", text)
    for is_open in (False, True):
        open_details(page, is_open)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            needed = page.evaluate("document.scrollingElement.scrollWidth")
            assert needed <= width, f"at {width} pixels the page needs {needed}: {page.evaluate(BEYOND)}"
