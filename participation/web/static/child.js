/* Keeps long text while it is written, and closes a page that was left. Without this script "Next" keeps it. */
(function () {
  var form = document.querySelector("form[data-rest]"), text = form && form.elements.answer;
  if (!form) return;
  if (!text || text.tagName !== "TEXTAREA") text = null;
  var kept = text && text.value, alarm = null, timer, minute = 60000;
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
    if (!text || text.value === kept) return Promise.resolve();
    var now = text.value, sent = new URLSearchParams(new FormData(form));
    sent.set("go", "keep");
    return fetch(location.href, { method: "POST", body: sent, keepalive: true, redirect: "error" }).then(function (answer) {
      if (!answer.ok) throw answer.status;
      kept = now;
      say("");
    }).catch(function () { say(form.dataset.failed); });
  }
  if (text) {
    text.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(keep, 2000); });
    addEventListener("pagehide", keep);
    form.addEventListener("submit", function () { clearTimeout(timer); kept = text.value; });
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
