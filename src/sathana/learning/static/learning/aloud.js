// Enhancement only: the device's own voice reads what stands on the page. Nothing is sent.
addEventListener("DOMContentLoaded", function () {
  "use strict";
  if (!("speechSynthesis" in window) || !("SpeechSynthesisUtterance" in window)) { return; }
  var voice = window.speechSynthesis, running = null;
  var page = document.documentElement.lang, language = page === "th" ? "th-TH" : "en-GB";

  // A voice of another language reads nonsense; a list that is still empty says nothing.
  function fits() {
    var known = voice.getVoices();
    return !known.length || known.some(function (one) { return one.lang.slice(0, 2) === page; });
  }
  function show() {
    document.querySelectorAll("[data-aloud-box]").forEach(function (box) { box.hidden = !fits(); });
  }
  function stop() {
    voice.cancel();
    if (running) { running.textContent = running.dataset.start; running = null; }
  }
  function words(button) {
    var places = button.dataset.aloud.split(",").map(function (one) { return "#" + one.trim(); });
    return Array.from(document.querySelectorAll(places.join(","))).map(function (one) { return one.textContent.trim(); });
  }
  function start(button) {
    var said = words(button);
    running = button;
    button.textContent = button.dataset.stop;
    said.forEach(function (text, n) {
      var line = new SpeechSynthesisUtterance(text);
      line.lang = language;
      line.rate = 0.9;
      if (n === said.length - 1) { line.onend = function () { if (running === button) { stop(); } }; }
      line.onerror = function () { if (running === button) { stop(); } };
      voice.speak(line);
    });
  }
  document.querySelectorAll("[data-aloud]").forEach(function (button) {
    button.dataset.start = button.textContent;
    button.addEventListener("click", function () {
      var again = running === button;
      stop();
      if (!again) { start(button); }
    });
  });
  show();
  if (voice.addEventListener) { voice.addEventListener("voiceschanged", show); }
  addEventListener("pagehide", stop);
});
