"""A page is one file: it asks for nothing else and runs nothing, and the browser finds nothing amiss."""

import pytest


@pytest.fixture
def heard(window):
    """What is asked for, and what the browser says, from now on."""
    requests, messages = [], []
    listeners = {
        "request": lambda request: requests.append(request.url),
        "console": lambda message: messages.append(message.text),
        "pageerror": lambda error: messages.append(str(error)),
        "dialog": lambda dialog: (messages.append(dialog.message), dialog.dismiss()),
    }
    for event, listener in listeners.items():
        window.on(event, listener)
    yield requests, messages
    for event, listener in listeners.items():
        window.remove_listener(event, listener)


def test_nothing_else_is_asked_for_and_nothing_is_amiss(heard, opened, page_of):
    requests, messages = heard
    page = opened(page_of)
    # What a style sheet asks for may wait until its colours or its medium are in use.
    page.emulate_media(color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))")
    assert requests == [page.url]
    assert messages == []
    assert page.locator("script, link, img, iframe, object, embed").count() == 0
