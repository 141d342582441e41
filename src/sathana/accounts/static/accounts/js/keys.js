// Says on the page that a key or passkey did not work, instead of in the console.
document.addEventListener("allauth.error", (event) => {
  const notice = document.querySelector("[data-key-trouble]");
  if (!notice) return;
  event.preventDefault();
  notice.hidden = false;
  notice.scrollIntoView({ block: "nearest" });
});
