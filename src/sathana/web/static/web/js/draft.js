// Keeps what is typed into a form of work: some seconds after the last key, and when the
// page is left. Without this script a form still comes back whole when it is sent.
(() => {
  "use strict";
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const address = form.dataset.draft;
  let timer = 0;
  let changed = false;
  let sending = false;
  let underWay = null;

  const typed = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data.entries()]) {
      if (value instanceof File) data.delete(name);
    }
    return new URLSearchParams(data);
  };
  const keep = () => {
    if (!changed || sending) return;
    changed = false;
    underWay = new AbortController();
    fetch(address, {
      method: "POST",
      body: typed(),
      headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      credentials: "same-origin",
      keepalive: true,
      signal: underWay.signal,
    }).then((answer) => { if (!answer.ok) changed = true; }, () => { changed = true; });
  };
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  });
  // What is sent for good must not be followed by a draft of it.
  form.addEventListener("submit", () => {
    sending = true;
    clearTimeout(timer);
    if (underWay) underWay.abort();
  });
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) sending = false; });
})();
