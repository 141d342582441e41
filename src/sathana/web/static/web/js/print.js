// Enhancement only: a button that prints, and proofs opened for paper.
addEventListener("DOMContentLoaded", function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { print(); });
  });
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details[data-print-open]").forEach(function (d) { d.open = true; });
  });
});
