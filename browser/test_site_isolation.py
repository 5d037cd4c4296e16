"""The site asks for nothing elsewhere and runs nothing, no link is empty, and the browser finds nothing amiss."""

# What points nowhere, or says nothing.
EMPTY = """() => [...document.querySelectorAll('a, button, form, label, [aria-label]')].filter(element =>
    (element.matches('a') && !element.getAttribute('href'))
    || (element.matches('a, button, label') && !element.textContent.trim())
    || (element.matches('form[method=post]') && !element.getAttribute('action'))
    || (element.matches('[aria-label]') && !element.getAttribute('aria-label').trim())
).map(element => element.outerHTML.slice(0, 120))"""


def test_nothing_is_asked_for_elsewhere_and_nothing_is_amiss(people, site, role):
    page, kinds = people(role)
    requests, messages = [], []
    listeners = {
        "request": lambda request: requests.append(request.url),
        "console": lambda message: messages.append((page.url, message.text)),
        "pageerror": lambda error: messages.append((page.url, str(error))),
        "dialog": lambda dialog: (messages.append((page.url, dialog.message)), dialog.dismiss()),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    scripts, empty, headings = {}, {}, {}
    try:
        for kind, address in kinds.items():
            page.goto(address)
            # What a style sheet asks for may wait until its colours or its medium are in use.
            page.emulate_media(color_scheme="dark", media="print")
            page.emulate_media(color_scheme="light", media="null")
            scripts[kind] = page.locator("script:not([src^='/static/']), iframe, object, embed, [style], [onclick]").count()
            empty[kind] = page.evaluate(EMPTY)
            headings[kind] = page.locator("main h1").count()
        page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))")
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
    assert len(requests) >= len(kinds)
    assert [url for url in requests if not url.startswith((site.address + "/", "data:"))] == []
    # The browser remarks upon an address where nothing is, as it should.
    assert [said for said in messages if not said[0].endswith("/no-such-page")] == []
    assert {kind: count for kind, count in scripts.items() if count} == {}
    assert {kind: found for kind, found in empty.items() if found} == {}
    assert {kind: count for kind, count in headings.items() if count != 1} == {}
