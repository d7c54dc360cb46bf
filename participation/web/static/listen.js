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
