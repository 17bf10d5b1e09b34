"use strict";
// Every page works without this file.
(() => {
  const summary = document.getElementById("error-summary");
  // The browser's own autofocus comes first; it does nothing where the address already points at a field.
  if (summary) requestAnimationFrame(() => summary.focus());

  // Leaving quickly: the page left behind is not one step back.
  document.querySelectorAll("a.leave").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    location.replace(link.href);
  }));

  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  // A second press within a few seconds is a slip. The server keeps what must be kept once; this only spares the wait.
  const pause = 4000;
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (Date.now() - Number(form.dataset.sentAt || 0) < pause) event.preventDefault();
    else form.dataset.sentAt = String(Date.now());
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent-at]").forEach((form) => delete form.dataset.sentAt));
})();
