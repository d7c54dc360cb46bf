/* Questions without net: what a child answered is sealed at once, and kept until the house has it. */
const here = document.getElementById("here"), given = here ? JSON.parse(here.dataset.given) : {};
let { language: lang, level } = given, said = {}, current, reviewing, draw, busy, trouble, alone;

/* Which pages a child meets, as in the house. */
function holds(rule, met) {
  const [[name, about]] = Object.entries(rule), rules = [].concat(about), fits = one => holds(one, met);
  const chosen = [].concat((met[about.question] || {}).value || []), has = one => chosen.includes(one);
  const answered = (met[about] || {}).status === "answered";
  return {
    answered: () => answered, not_answered: () => !answered,
    equals: () => chosen.length === 1 && has(about.value),
    any_of: () => about.values.some(has), all_of: () => about.values.every(has), none_of: () => !about.values.some(has),
    all: () => rules.every(fits), any: () => rules.some(fits), not: () => !rules.some(fits),
  }[name]();
}
function path(asked, said) {
  const met = {};
  return asked.filter(page => {
    const meets = !page.rule || holds(page.rule, met);
    if (meets && said[page.id]) met[page.id] = said[page.id];
    return meets;
  });
}

const way = () => path(given.asked, said);

/* What waits, and how many answered here. */
let base;
function stored(act, mode = "readonly") {
  base = base || new Promise((ok, no) => {
    const opened = indexedDB.open(location.pathname);
    opened.onupgradeneeded = () => {
      opened.result.createObjectStore("waiting", { keyPath: "id" });
      opened.result.createObjectStore("made", { autoIncrement: true });
    };
    opened.onsuccess = () => ok(opened.result);
    opened.onerror = no;
  });
  return base.then(open => new Promise((ok, no) => {
    const step = open.transaction(["waiting", "made"], mode, { durability: "strict" });
    const found = act(step.objectStore("waiting"), step.objectStore("made"));
    step.oncomplete = () => ok(found.result);
    step.onabort = step.onerror = no;
  }));
}
const hex = bytes => Array.from(new Uint8Array(bytes), n => n.toString(16).padStart(2, "0")).join("");
const drawn = n => crypto.getRandomValues(new Uint8Array(n));
const bytes = text => new TextEncoder().encode(text);

/* Only the house can open it; its length tells nothing. */
async function sealed(told) {
  const { subtle } = crypto, { digest, key } = given, id = hex(drawn(16)), iv = drawn(12), curve = { name: "ECDH", namedCurve: "P-256" };
  const house = await subtle.importKey("raw", Uint8Array.from(key), curve, false, []);
  const own = await subtle.generateKey(curve, false, ["deriveBits"]), salt = await subtle.exportKey("raw", own.publicKey);
  const bits = await subtle.deriveBits({ name: "ECDH", public: house }, own.privateKey, 256);
  const shared = await subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"]);
  const from = { name: "HKDF", hash: "SHA-256", salt, info: bytes("letter") };
  const lock = await subtle.deriveKey(from, shared, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const plain = bytes(JSON.stringify(told)), padded = new Uint8Array(Math.ceil(plain.length / 16384) * 16384).fill(32);
  padded.set(plain);
  const closed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(id + "|" + digest) }, lock, padded);
  return { id, digest, sealed: hex(salt) + hex(iv) + hex(closed) };
}

/* Deleted only when the house has it: 201 now, 409 before. */
async function send() {
  if (busy) return;
  busy = true;
  trouble = "";
  for (const one of await stored(waiting => waiting.getAll())) {
    const answer = await fetch("svar", { method: "POST", body: new URLSearchParams(one), credentials: "omit" }).catch(() => 0);
    const { status } = answer;
    if (status === 201 || status === 409) await stored(waiting => waiting.delete(one.id), "readwrite");
    else trouble = { 404: "late", 410: "late", 422: "refused" }[status] || (status ? "failed" : "offline");
    if (trouble && trouble !== "refused") break;
  }
  busy = false;
  tell();
}
async function tell() {
  const [n, made] = await Promise.all([stored(waiting => waiting.count()), stored((_, made) => made.count())]);
  if (!at("[data-waiting]")) return;
  const state = n ? trouble || "wait" : made ? "sent" : "none", count = at("[data-count]");
  count.textContent = filled(count.dataset.count, n);
  here.querySelectorAll("[data-state]").forEach(one => { one.hidden = one.dataset.state !== state; });
  const full = made >= given.uses || new Date().toLocaleDateString("sv") > given.until || trouble === "late";
  at("[data-full]").hidden = !(at("[data-open]").hidden = full);
  at("[data-do=send]").hidden = !n;
  at("[data-do=wipe]").hidden = !n || !["late", "refused"].includes(state);
  at("[data-do=wiped]").hidden = true;
}

/* Pages lie ready in every language, at every level. */
const at = what => here.querySelector(what), part = name => document.getElementById([lang, level, name].join("/"));
const laid = name => part(name).content.cloneNode(true), filled = (text, n) => text.replace("{n}", n.toLocaleString(lang));
function show(name, fill) {
  draw = () => {
    const { lang, dir, dataset } = part("frame");
    Object.assign(document.documentElement, { lang, dir });
    document.querySelector(".jump").textContent = dataset.jump;
    const main = at("main");
    main.replaceChildren(laid(name));
    here.replaceChildren(laid(name === "away" ? "bare" : "frame"));
    at("[data-main]").replaceWith(main);
    if (fill) fill();
    document.title = at("h1").textContent;
  };
  draw();
  at("main").focus();
  scrollTo(0, 0);
}
function ask(page) {
  current = page;
  show("page", () => {
    const met = way(), part = laid("q-" + page.id), place = at(".place");
    at("[data-slot]").replaceWith(part);
    place.textContent = filled(place.dataset.text, met.slice(0, met.indexOf(page) + 1).filter(one => one.asks).length);
    place.hidden = at(".why-not").hidden = !page.asks;
    at("[value=dont_know].quiet").hidden = !!at("input[value=dont_know], [value=put-dont_know]");
    at("[data-do=back]").hidden = met[0] === page;
    const before = said[page.id] || {};
    if (before.value) put(before.value);
    if (before.status === "not_understood") explain();
  });
}
const fields = () => [...here.querySelectorAll("[name=answer]")], ticks = one => /radio|checkbox/.test(one.type);
function value() {
  const ticked = fields().filter(one => one.checked || !ticks(one)).map(one => one.value.trim()).filter(Boolean);
  return at("[type=checkbox], .cards") ? ticked : ticked[0] || "";
}
function put(value) {
  const values = [].concat(value), cards = at(".cards"), order = at("[data-order]");
  fields().forEach(one => { ticks(one) ? one.checked = values.includes(one.value) : one.value = value; });
  if (!cards) return;
  const asks = cards.previousElementSibling, buttons = [...cards.querySelectorAll("button")];
  asks.before(order);
  order.hidden = !values.length;
  asks.hidden = values.length === buttons.length;
  at("ol").replaceChildren(...values.map(option => {
    const line = order.querySelector("template").content.cloneNode(true);
    line.querySelector("input").value = option;
    line.firstElementChild.append(...buttons.find(one => one.value === "put-" + option).cloneNode(true).childNodes);
    line.querySelector(".sr").remove();
    return line;
  }));
  buttons.forEach(one => {
    one.parentNode.hidden = values.includes(one.value.slice(4));
    one.querySelector(".sr").textContent = filled(order.dataset.as, values.length + 1);
  });
}
function explain() {
  at("[data-explained]").hidden = false;
  at("[data-explained] .hint").textContent = part("q-" + current.id).dataset.explain;
  at("form").className = "explained";
  at("[value=not_understood]").hidden = true;
}
const numeral = text => +text.replace(/[^0-9]/g, digit => digit.charCodeAt() & 15);
function wrong(value, { least, most, room }) {
  if (!value.length) return false;
  if (least) return !/^[0-9٠-٩۰-۹]{1,6}$/.test(value) || numeral(value) < least || numeral(value) > most;
  return Array.isArray(value) ? value.length > most : [...value.normalize("NFC")].length > room;
}
function go(pressed) {
  const now = value(), about = part("q-" + current.id).dataset, before = said[current.id] || {};
  if (pressed === "take" || pressed.startsWith("put-")) {
    put(pressed === "take" ? now.slice(0, -1) : [...now, pressed.slice(4)]);
    return (at(".cards li:not([hidden]) button") || at("[value=take]")).focus();
  }
  if (pressed === "next" && wrong(now, about)) {
    const error = at("#answer-error"), field = at("[name=answer]");
    error.hidden = false;
    error.textContent = about.remedy;
    field.setAttribute("aria-describedby", error.id);
    return field.focus();
  }
  let answer = { status: /^(next|skip)$/.test(pressed) ? "skipped" : pressed };
  if (pressed === "next" && now.length) answer = { status: "answered", value: now };
  if (answer.status === "skipped" && before.status === "not_understood") answer = before;
  if (current.kept) said[current.id] = answer;
  if (pressed === "not_understood") return explain();
  const met = way(), open = met.find(one => one.kept && !said[one.id]);
  const next = reviewing ? open : met[met.indexOf(current) + 1];
  next ? ask(next) : review();
}
function words(asked, value) {
  const named = [...asked.querySelectorAll("[value]")], order = asked.querySelector(".cards");
  return [].concat(value).map((one, n) => {
    const found = named.find(input => input.value === one || input.value === "put-" + one);
    const text = found ? (asked.getElementById(found.id + "-text") || found.querySelector("span").firstChild).textContent.trim() : one;
    return order ? `${(n + 1).toLocaleString(lang)}. ${text}` : text;
  }).join(order ? "\n" : ", ");
}
function review() {
  reviewing = true;
  show("review", () => {
    const list = at(".items"), row = list.firstElementChild, met = way().filter(page => page.kept);
    const late = page => (said[page.id] || {}).status === "later";
    list.replaceChildren(...met.sort((one, other) => late(other) - late(one)).map(page => {
      const line = row.cloneNode(true), asked = laid("q-" + page.id), told = line.querySelector("blockquote"), answer = said[page.id] || { status: "skipped" };
      line.querySelectorAll("h2, .sr").forEach(one => { one.textContent = (one.className && ": ") + asked.querySelector("h1").textContent; });
      line.querySelector("button").value = page.id;
      (answer.value ? told : line.querySelector(`[data-status=${answer.status}]`)).hidden = false;
      if (answer.value) told.textContent = words(asked, answer.value);
      return line;
    }));
  });
}
function forget() {
  said = {};
  reviewing = false;
}
const acts = {
  send,
  start: () => forget() || show("start", tell),
  away: () => forget() || show("away"),
  begin: () => forget() || ask(given.asked[0]),
  change: pressed => ask(given.asked.find(page => page.id === pressed.value)),
  stop: () => show("stop"),
  stay: () => reviewing ? review() : ask(current),
  back: () => reviewing ? review() : ask(way()[way().indexOf(current) - 1]),
  async seal(pressed) {
    pressed.disabled = true;
    const card = Array.from(drawn(5), n => given.words[n]);
    try {
      const one = await sealed({ answers: said, words: card });
      await stored((waiting, made) => made.add(1) && waiting.add(one), "readwrite");
    } catch (broken) {
      pressed.disabled = at("[data-failed]").hidden = false;
      return;
    }
    forget();
    show("card", () => { at(".words").textContent = card.join(" "); });
    send();
  },
  wipe: () => { at("[data-do=wiped]").hidden = false; },
  wiped: () => stored(waiting => waiting.clear(), "readwrite").then(send),
};
function wake() {
  clearTimeout(alone);
  alone = setTimeout(acts.start, 600000);
}
async function begin() {
  await stored(waiting => waiting.count());
  await navigator.serviceWorker.register("sw.js").catch(() => 0);
  await navigator.serviceWorker.ready;
  addEventListener("click", event => {
    const pressed = event.target.closest("[data-do], [name=go], [href^='?']");
    if (!pressed) return;
    event.preventDefault();
    if (pressed.dataset.do) return acts[pressed.dataset.do](pressed);
    if (pressed.name) return go(pressed.value);
    const typed = at("form") && value(), picked = new URLSearchParams(pressed.search);
    lang = picked.get("lang") || lang;
    level = picked.get("level") || level;
    draw();
    if (typed && typed.length) put(typed);
  });
  addEventListener("submit", event => event.preventDefault());
  addEventListener("pageshow", event => event.persisted && acts.start());
  ["pointerdown", "keydown"].forEach(what => addEventListener(what, wake));
  addEventListener("online", send);
  addEventListener("visibilitychange", () => document.hidden || send());
  setInterval(send, 30000);
  acts.start();
  send();
}
if (here && window.indexedDB && window.crypto && crypto.subtle && navigator.serviceWorker) begin();
