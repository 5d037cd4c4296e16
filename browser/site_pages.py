"""Whom one can be in the demonstration, and which kinds of pages each of them finds there."""

import html
import re
from urllib.parse import quote, urlsplit

NOBODY = "nobody"
# Who of the demonstration's people plays which part, by their addresses.
ROLES = {
    NOBODY: None,
    "teacher": "s2-t02@example.org",
    "teacher-in-a-hard-place": "s1-t01@example.org",
    "conversation-leader": "s2-t03@example.org",
    "supervisor": "handledare-1@example.org",
    "principal": "s1-l1@example.org",
    "development-leader": "utvecklingsledare@example.org",
    "programme-leader": "programledare@example.org",
    "researcher": "forskare@example.org",
    "administrator": "administrator@example.org",
}
# Where the looking begins: the first page, a mistyped address, and whatever the address bar alone leads to.
BEGINNINGS = {
    NOBODY: ["/", "/sign-in", "/join", "/no-such-page"],
    "principal": ["/", "/schools/:id/outcome", "/schools/:id/continuity"],
    "development-leader": ["/", "/schools/:id/outcome", "/programmes/:id/conditions"],
    "programme-leader": ["/", "/programmes/:id/outcome", "/programmes/:id/continuity", "/schools/:id/outcome"],
}
# What is the same for everybody is looked at once.
FOR_ALL = ("/demo", "/outbox", "/sign-in", "/who-sees-what", "/accessibility")

# What stands for one of many in an address, and what is then written for it.
ONE_OF_MANY = (
    (re.compile(r"/trust/[^/]+/[^/]+"), "/trust/:form/:term"),
    (re.compile(r"(/members/[a-z2-7]{26})/[a-z-]+/[-0-9]+"), r"\1/:role/:from"),
    (re.compile(r"(?<=/receipts/)[A-Z2-7]{5}-[A-Z2-7]{5}"), ":id"),
    (re.compile(r"(?<=/)[a-z2-7]{26}(?=/|$)"), ":id"),
)
LINK = re.compile(r'<a [^>]*href="(/[^"#]*)')


def kind(address):
    """The address with what stands for one of many taken out, and without what is asked after the `?`."""
    path = urlsplit(address).path
    for one, written in ONE_OF_MANY:
        path = one.sub(written, path)
    return path


def file_name(page_kind):
    """The kind as the name of a file."""
    return quote(page_kind.strip("/").replace("/", "-").replace(":", ""), safe="-") or "start"


def step_in(page, site, role):
    """Becomes somebody by the button in the demonstration."""
    if ROLES[role]:
        page.goto(site.address + "/demo")
        page.locator(f'button[value="{ROLES[role]}"]').click()


def found(context, site, role):
    """One page of each kind that the links lead somebody to: the kind, and the whole address."""
    pages, ids = {}, {}
    waiting = list(BEGINNINGS.get(role, ["/"]))
    while waiting:
        path = waiting.pop(0)
        if ":id" in path:
            part = path.split("/:id")[0]
            if part not in ids:
                # Another page has to lead there first.
                if waiting:
                    waiting.append(path)
                continue
            path = path.replace(part + "/:id", ids[part], 1)
        page_kind = kind(path)
        if page_kind in pages or (role != NOBODY and page_kind in FOR_ALL):
            continue
        answer = context.request.get(site.address + path)
        assert answer.status == (404 if path == "/no-such-page" else 200), f"{path} is a way to nowhere"
        if "text/html" not in answer.headers["content-type"]:
            continue
        pages[page_kind] = site.address + path
        if match := re.match(r"(/(?:schools|programmes|teams))/[a-z2-7]{26}", path):
            ids.setdefault(match[1], match[0])
        waiting += [html.unescape(link) for link in LINK.findall(answer.text())]
    return pages
