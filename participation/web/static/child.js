/* Keeps long text while it is written, and a drawing; closes a page that was left. Without this script "Next" keeps it. */
(function () {
  var form = document.querySelector("form[data-rest]"), text = form && form.elements.answer, drawn = form && form.elements.strokes;
  if (!form) return;
  if (!text || text.tagName !== "TEXTAREA") text = null;
  function made() { return text ? text.value + (drawn ? drawn.value : "") : ""; }
  var kept = made(), alarm = null, timer, minute = 60000;
  function say(words) {
    if (!alarm) {
      alarm = document.createElement("p");
      alarm.className = "notice";
      alarm.setAttribute("role", "alert");
      form.prepend(alarm);
    }
    alarm.hidden = !words;
    if (alarm.textContent !== words) alarm.textContent = words;
  }
  function keep() {
    var now = made(), sent = new URLSearchParams(new FormData(form));
    if (now === kept) return Promise.resolve();
    sent.set("go", "keep");
    /* Of what may outlive the page, browsers take no more than 64 kB. */
    return fetch(location.href, { method: "POST", body: sent, keepalive: String(sent).length < 6e4, redirect: "error" }).then(function (answer) {
      if (!answer.ok) throw answer.status;
      kept = now;
      say("");
    }).catch(function () { say(form.dataset.failed); });
  }
  if (text) {
    text.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(keep, 2000); });
    addEventListener("pagehide", keep);
    form.addEventListener("submit", function () { clearTimeout(timer); kept = made(); });
  }
  /* After ten quiet minutes it asks; after eleven it keeps what is there and closes. */
  var asks, closes;
  function wake() {
    clearTimeout(asks);
    clearTimeout(closes);
    if (alarm && alarm.textContent === form.dataset.there) say("");
    asks = setTimeout(function () { say(form.dataset.there); }, 10 * minute);
    closes = setTimeout(function () { keep().then(function () { location.replace(form.dataset.rest); }); }, 11 * minute);
  }
  ["pointerdown", "keydown", "scroll"].forEach(function (what) { addEventListener(what, wake, { passive: true }); });
  wake();
})();

/* Reads a page aloud with a voice that lives on this device and speaks this very language; else does nothing. */
(() => {
  const place = document.getElementById("listen"), speech = window.speechSynthesis;
  if (!place || !speech || !window.SpeechSynthesisUtterance) return;
  const { voices, say, begin, end } = place.dataset, button = document.createElement("button");
  let queue = [];
  const spoken = voice => voice.lang.toLowerCase().split(/[-_]/)[0];
  const voice = () => {
    const here = speech.getVoices().filter(one => one.localService === true);
    return voices.split(" ").map(tag => here.find(one => spoken(one) === tag)).find(Boolean);
  };
  const show = () => { place.hidden = !voice(); };
  const stop = () => {
    queue = [];
    speech.cancel();
    button.textContent = begin;
  };
  const read = () => {
    stop();
    const chosen = voice();
    if (!chosen) return show();
    const lines = queue = say.split("\n").filter(line => line.trim()).map(line => {
      const one = new SpeechSynthesisUtterance(line);
      one.voice = chosen;
      one.lang = chosen.lang.replace("_", "-");
      return one;
    });
    lines[lines.length - 1].onend = () => { if (queue === lines) stop(); };
    for (const one of lines) {
      one.onerror = lines[lines.length - 1].onend;
      speech.speak(one);
    }
    button.textContent = end;
  };
  button.type = "button";
  button.className = "button quiet";
  button.textContent = begin;
  button.onclick = () => queue.length ? stop() : read();
  place.append(button);
  speech.onvoiceschanged = show;
  addEventListener("pagehide", stop);
  show();
})();
