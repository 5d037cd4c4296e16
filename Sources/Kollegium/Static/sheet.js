// Saves answers while they are given, so that nothing waits for a button. Without a network, or when the session has ended,
// they are kept in this browser and sent when they can be. Without scripts the page has a button that does the same.
"use strict";

const form = document.querySelector("form[data-sheet]");
const told = document.querySelector("[data-saved]");
const sv = document.documentElement.lang === "sv";
const words = {
  begun: sv ? "Det du svarar sparas medan du svarar, och det syns bara för dig." : "What you answer is saved as you answer it, and only you see it.",
  saving: sv ? "Sparar …" : "Saving …",
  saved: sv ? "Sparat. Bara du ser det." : "Saved. Only you see it.",
  waiting: sv
    ? "Inget nät just nu. Det du skriver finns kvar här och sparas när nätet är tillbaka."
    : "No network just now. What you write is kept here and is saved when the network is back.",
  ended: sv
    ? "Du är utloggad. Det du skriver finns kvar här: logga in i ett annat fönster, så sparas det."
    : "You are signed out. What you write is kept here: sign in in another window, and it is saved.",
  refused: sv ? "Något kunde inte sparas; se nedan." : "Something could not be saved; see below.",
  leaving: sv
    ? "Något du har skrivit är inte sparat än. Loggar du ut nu tas det bort ur den här webbläsaren."
    : "Something that you wrote is not saved yet. If you sign out now it is taken out of this browser.",
  closed: sv ? "Enkäten tar inte emot svar längre." : "The questionnaire takes no more answers.",
};

// What is not saved yet, by question: its fields as the form would send them.
let unsaved = new Map();
let timer = 0;
let isSending = false;
const shelf = "sheet/" + form?.dataset.sheet;
// Stands there while this person may keep something here. Signing out empties the browser's storage, and a window that is
// still open then keeps nothing more: the next to sit down is somebody else.
const place = "sheet-place/" + form?.dataset.sheet;

function tell(text) {
  if (told && told.textContent !== text) told.textContent = text;
}

function questionOf(field) {
  const number = /^[qob](\d+)$/.exec(field.name)?.[1];
  return number ? Number(number) : undefined;
}

function fieldsOf(question) {
  return [...new FormData(form)].filter(([name]) => /^[qob]\d+$/.test(name) && Number(name.slice(1)) === question);
}

function keep() {
  try {
    if (localStorage.getItem(place) === null) return;
    if (unsaved.size) localStorage.setItem(shelf, JSON.stringify([...unsaved]));
    else localStorage.removeItem(shelf);
  } catch {
    // A browser that keeps nothing: what stands in the fields is still there.
  }
}

function flaw(question, refusal) {
  const box = document.getElementById("q" + question);
  box?.querySelectorAll(".error, .error + blockquote").forEach((old) => old.remove());
  if (!refusal || !box) return;
  const line = document.createElement("p");
  line.className = "error";
  line.textContent = refusal.words;
  const after = box.querySelector("legend, label");
  after.after(line);
  if (refusal.other) {
    const other = document.createElement("blockquote");
    other.textContent = refusal.other;
    line.after(other);
  }
}

function basis(question) {
  return form.querySelector(`input[name=b${question}]`);
}

function isReceipt(answer) {
  return answer.ok && (answer.headers.get("content-type") ?? "").startsWith("application/json");
}

// The proof in a form goes with its session; a page made anew has that of the present one.
async function renewProof() {
  const answer = await fetch(location.href, { signal: AbortSignal.timeout(20000) });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[data-sheet]");
  if (answer.ok && fresh?.dataset.sheet === form.dataset.sheet) {
    for (const hidden of form.querySelectorAll("input[type=hidden]")) {
      if (questionOf(hidden) === undefined) hidden.value = fresh.querySelector(`[name="${hidden.name}"]`)?.value ?? "";
    }
    return "";
  }
  return new URL(answer.url).pathname.startsWith("/sign-in") ? words.ended : words.closed;
}

function post(sent) {
  const body = new URLSearchParams();
  for (const hidden of form.querySelectorAll("input[type=hidden]")) {
    if (questionOf(hidden) === undefined) body.append(hidden.name, hidden.value);
  }
  for (const [question, fields] of sent) {
    for (const [name, value] of fields) body.append(name, name === "b" + question ? basis(question).value : value);
  }
  return fetch(form.action, {
    method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(20000),
  });
}

// Whether all that was unsaved is saved now.
async function send() {
  if (isSending || !unsaved.size) return !unsaved.size;
  isSending = true;
  clearTimeout(timer);
  const sent = new Map(unsaved);
  tell(words.saving);
  try {
    let answer = await post(sent);
    if (!isReceipt(answer)) {
      const trouble = await renewProof();
      if (!trouble) answer = await post(sent);
      if (trouble === words.closed) return stop();
      if (!isReceipt(answer)) return later(trouble || words.ended);
    }
    return take(await answer.json(), sent);
  } catch {
    return later(words.waiting);
  }
}

function take(receipt, sent) {
  for (const one of receipt.saved) {
    basis(one.question).value = one.basis;
    flaw(one.question);
    if (JSON.stringify(unsaved.get(one.question)) === JSON.stringify(sent.get(one.question))) unsaved.delete(one.question);
  }
  for (const one of receipt.refused) {
    if (one.basis !== undefined) basis(one.question).value = one.basis;
    flaw(one.question, one);
    unsaved.delete(one.question);
  }
  keep();
  isSending = false;
  tell(receipt.refused.length ? words.refused : words.saved);
  if (unsaved.size) soon();
  return !receipt.refused.length && !unsaved.size;
}

// Nothing more is taken; there is no use in keeping it.
function stop() {
  isSending = false;
  unsaved = new Map();
  keep();
  tell(words.closed);
  return false;
}

function later(text) {
  isSending = false;
  keep();
  tell(text);
  clearTimeout(timer);
  timer = setTimeout(send, 5000);
  return false;
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(send, 600);
}

function note(event) {
  const question = questionOf(event.target);
  if (question === undefined) return;
  // Words that are written after the box was ticked take the tick back.
  const out = form.querySelector(`[name=o${question}]`);
  if (out && event.target !== out && event.target.value) out.checked = false;
  if (out && event.target === out) for (const field of form.querySelectorAll(`[name=q${question}]`)) {
    if (!out.checked) field.value ||= field.dataset.kept ?? "";
    else if (field.value) [field.dataset.kept, field.value] = [field.value, ""];
  }
  unsaved.set(question, fieldsOf(question));
  keep();
  soon();
}

// What an earlier visit could not send stands in its fields again.
function restore() {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(shelf) ?? "[]");
  } catch {
    kept = [];
  }
  for (const [question, fields] of kept) {
    if (!basis(question)) continue;
    // What it was made from then: another device may have answered since.
    basis(question).value = fields.find(([name]) => name === "b" + question)?.[1] ?? basis(question).value;
    const values = fields.filter(([name]) => name === "q" + question).map(([, value]) => value);
    const inputs = [...form.querySelectorAll(`[name=q${question}]`)];
    if (inputs[0]?.type === "radio") inputs.forEach((input) => { input.checked = input.value === values[0]; });
    else inputs.forEach((input, place) => { input.value = values[place] ?? ""; });
    const out = form.querySelector(`[name=o${question}]`);
    if (out) out.checked = fields.some(([name]) => name === "o" + question);
    unsaved.set(question, fieldsOf(question));
  }
  if (unsaved.size) soon();
}

if (form) {
  tell(words.begun);
  try {
    localStorage.setItem(place, "1");
  } catch {
    // As above.
  }
  restore();
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  // Nobody leaves for the next page with answers that are not saved.
  form.addEventListener("submit", async (event) => {
    if (!unsaved.size && !isSending) return;
    event.preventDefault();
    const { submitter } = event;
    while (isSending) await new Promise((resolve) => setTimeout(resolve, 50));
    if (await send()) form.requestSubmit(submitter);
    else told?.scrollIntoView({ block: "center" });
  });
  const leaving = document.querySelector('form[action="/sign-out"]');
  leaving?.addEventListener("submit", async (event) => {
    if (!unsaved.size && !isSending) return;
    event.preventDefault();
    while (isSending) await new Promise((resolve) => setTimeout(resolve, 50));
    if (!(await send()) && !confirm(words.leaving)) return;
    clearTimeout(timer);
    unsaved = new Map();
    keep();
    leaving.submit();
  });
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
}
