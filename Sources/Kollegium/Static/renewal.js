// Renews what a page tells of work that is under way, until the work has ended: then the page itself has more to say.
// Without scripts the page has a link that does the same.
"use strict";

const part = document.querySelector("[data-renewed]");
const pause = Number(part?.dataset.renewed) * 1000;

async function renew() {
  if (document.hidden) return;
  let answer;
  try {
    answer = await fetch(location.href, { signal: AbortSignal.timeout(20000) });
  } catch {
    return; // No network just now; what stands there is still what was last known.
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-renewed]");
  if (!answer.ok || answer.redirected || !fresh) {
    location.reload();
    return;
  }
  // Only what has changed, so that nothing is read aloud twice.
  const [words, freshWords] = [part, fresh].map((one) => one.querySelector("[role=status]"));
  if (words.textContent !== freshWords.textContent) words.textContent = freshWords.textContent;
  const [bar, freshBar] = [part, fresh].map((one) => one.querySelector("progress"));
  bar.value = freshBar.value;
}

async function watch() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await renew();
  }
}

if (part && pause > 0) watch();
