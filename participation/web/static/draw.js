/* Drawing with a finger, a pen or a mouse. Without this script one writes instead. */
document.querySelectorAll(".canvas").forEach(function (box) {
  var form = box.closest("form"), field = form.elements.strokes, size = 1000;
  var canvas = document.createElement("canvas"), pen = canvas.getContext("2d"), line = null, strokes = [];
  canvas.width = canvas.height = size;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", box.dataset.label);
  /* So many points can be sent in one go. */
  function full() { return strokes.reduce(function (n, stroke) { return n + stroke.length; }, 0) >= 11000; }
  function show() {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, size, size);
    pen.lineWidth = 8;
    pen.lineCap = pen.lineJoin = "round";
    strokes.forEach(function (stroke) {
      pen.beginPath();
      pen.moveTo(stroke[0][0], stroke[0][1]);
      stroke.concat([[stroke[0][0] + 1, stroke[0][1]]].slice(stroke.length > 1 ? 1 : 0)).forEach(function (point) { pen.lineTo(point[0], point[1]); });
      pen.stroke();
    });
    field.value = strokes.length ? JSON.stringify(strokes) : "";
    undo.disabled = clear.disabled = !strokes.length;
  }
  function add(event) {
    var frame = canvas.getBoundingClientRect();
    var point = [event.clientX - frame.left, event.clientY - frame.top].map(function (n) {
      return Math.max(0, Math.min(size, Math.round(n * size / frame.width)));
    });
    var last = line[line.length - 1];
    if (line.length < 500 && !full() && (!last || Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) > 3)) line.push(point);
    show();
  }
  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button quiet";
    made.textContent = text;
    made.addEventListener("click", function () { act(); show(); });
    return made;
  }
  var undo = button(box.dataset.undo, function () { strokes.pop(); });
  var clear = button(box.dataset.clear, function () { strokes = []; });
  canvas.addEventListener("pointerdown", function (event) {
    if (line || strokes.length >= 300 || full()) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    strokes.push(line = []);
    add(event);
  });
  canvas.addEventListener("pointermove", function (event) { if (line) add(event); });
  ["pointerup", "pointercancel"].forEach(function (end) {
    canvas.addEventListener(end, function () { line = null; });
  });
  try { strokes = JSON.parse(field.value || "[]"); } catch (broken) { strokes = []; }
  box.append(canvas, undo, clear);
  show();
});
