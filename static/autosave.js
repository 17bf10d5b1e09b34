"use strict";
// Saves each answer of a page as it is given. Without this file a page is saved when it is sent.
// Nothing typed is written anywhere in the browser: what could not be saved stays in the page itself and is tried again.
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form || !window.fetch || !window.AbortController) return;
  const line = document.getElementById("saved");
  const fields = form.dataset.autosave.split(" ").filter(Boolean);
  const pause = 1000, most = 5000, patience = 15000, longest = 60000; // milliseconds: after a key, while typing goes on, for an answer, between tries
  const me = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  let turn = 0, timer = 0, since = 0, busy = null, failed = 0, ended = false, closed = false, last = "", sending = false, gone = null;

  // --- what stands in the page, question by question
  const fieldOf = (name) => fields.filter((field) => name === field || name.startsWith(`${field}_`)).sort((a, b) => b.length - a.length)[0];
  const of = (field) => [...form.elements].filter((control) => control.name && fieldOf(control.name) === field);
  const stands = (control, drawn) => {
    if (control.type === "radio" || control.type === "checkbox") return (drawn ? control.defaultChecked : control.checked) ? [control.value] : [];
    if (control.options) return drawn && ![...control.options].some((option) => option.defaultSelected)
      ? [control.options[0]?.value] : [...control.options].filter((option) => (drawn ? option.defaultSelected : option.selected)).map((option) => option.value);
    return [drawn ? control.defaultValue : control.value];
  };
  const state = (field, drawn) => JSON.stringify(of(field).map((control) => [control.name, ...stands(control, drawn)]));
  const drawn = new Map(fields.map((field) => [field, state(field, true)]));
  const kept = new Map(drawn);
  const open = () => fields.filter((field) => state(field) !== kept.get(field));

  // --- what the person is told
  const say = (key, names = []) => {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
    const words = line.dataset[key].replace("{time}", time).replace("{names}", () => names.join(", "));
    last = key;
    if (line.textContent !== words) line.textContent = words;
    line.classList.toggle("warning", !["saved", "asked", "back", "unticked"].includes(key));
  };

  // What stood ticked on the quick pick is taken out when the page is sent, not before.
  const unticked = () => [...form.querySelectorAll("[name=picked]")].some((tick) => tick.defaultChecked && !tick.checked);

  const help = document.getElementById("help-at-once");
  const calls = (control) => Boolean(help && control.checked && help.dataset.for.split(" ").includes(`${control.name}:${control.value}`));
  const showHelp = (near) => {
    if (!help || !near || form.querySelector(".help-at-once")) return;
    const shown = help.content.firstElementChild.cloneNode(true);
    shown.classList.add("help-at-once");
    near.closest("fieldset, .field").after(shown);
  };

  // --- saving: one message on its way at a time
  const message = (names) => {
    const words = new URLSearchParams();
    new FormData(form).forEach((text, name) => words.append(name, text));
    words.set("auto", "1");
    words.set("window", `${me}:${++turn}`);
    words.delete("only");
    names.forEach((name) => words.append("only", name));
    return words;
  };

  const post = async (names, by) => {
    const waited = new AbortController();
    const bell = setTimeout(() => waited.abort(), patience);
    const headers = by === "itself" ? { "X-Background": "1" } : {};
    try {
      const answer = await fetch(location.href, { method: "POST", body: message(names), headers, keepalive: by === "leaving", signal: waited.signal });
      const readable = !answer.redirected && (answer.headers.get("Content-Type") || "").startsWith("application/json");
      return { status: answer.status, sent: answer.redirected, told: readable ? await answer.json() : null };
    } catch {
      return { status: 0 };
    } finally {
      clearTimeout(bell);
    }
  };

  const settled = (names, was, { status, sent, told }) => {
    if (told && status === 200) {
      was.forEach((words, name) => kept.set(name, words));
      failed = 0;
      say(told.full.length ? "left" : told.changed ? "changed" : told.asked.length ? "asked" : told.back ? "back" : unticked() ? "unticked" : "saved", told.full);
      ended = false;
      if (told.help) helped(names);
      return true;
    }
    failed += 1;
    ended = status === 403;
    closed = sent || [400, 413, 422].includes(status);
    say(sent ? "sent" : status === 422 ? "full" : closed ? "refused" : ended ? "ended" : navigator.onLine ? "unsaved" : "offline");
    return false;
  };

  // Help was due when the script saved; the page itself shows it too, and the server once more when the page is sent.
  const helped = (names) => {
    showHelp([...form.elements].find(calls) || of(names[names.length - 1])[0]);
    hidden("help", "1");
  };

  const attempt = async (by) => {
    const inside = !ended || (await renewed());
    const names = open(), was = new Map(names.map((name) => [name, state(name)]));
    return settled(names, was, inside ? await post(names, by) : { status: 403 });
  };

  const save = (by = "person") => {
    clearTimeout(timer);
    since = 0;
    if (busy) return busy.then(() => save(by));
    if (!open().length) return Promise.resolve(true);
    busy = attempt(by);
    return busy.then((done) => {
      busy = null;
      if (!done && !closed) later(Math.min(longest, 2000 * 2 ** failed), "itself");
      else if (done && open().length) later(pause);
      return done;
    });
  };
  const later = (wait, by) => {
    clearTimeout(timer);
    timer = setTimeout(() => save(by), wait);
  };

  // After the link was opened again the page may need a new token; it takes one only from a page of the same person.
  const renewed = async () => {
    try {
      const answer = await fetch(location.href, { headers: { "X-Background": "1" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[data-autosave]");
      if (!answer.ok || !page || page.elements.form.value !== form.elements.form.value) return false;
      form.elements.csrfmiddlewaretoken.value = page.elements.csrfmiddlewaretoken.value;
      return true;
    } catch {
      return false;
    }
  };

  // --- when
  form.addEventListener("input", (event) => {
    if (calls(event.target)) {
      showHelp(event.target);
      hidden("help", "1"); // at once: the page may be sent before the script's save is answered
    }
    closed = false;
    since = since || Date.now();
    later(Math.max(0, Math.min(pause, since + most - Date.now())));
  });
  addEventListener("online", () => failed && save());
  addEventListener("focus", () => failed && !closed && save("itself"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save("leaving");
    else if (failed && !closed) save("itself");
  });
  addEventListener("pagehide", () => {
    const names = open();
    if (names.length && !sending) navigator.sendBeacon(location.href, message(names));
  });
  addEventListener("pageshow", () => { sending = false; });
  addEventListener("beforeunload", (event) => {
    if (failed && open().length && !sending) event.preventDefault();
  });

  const soon = (promise) => Promise.race([promise, new Promise((go) => setTimeout(go, 2000))]);

  // --- leaving by our own means waits for what is being saved; while saving does not succeed the page is not given up
  const hidden = (name, value) => {
    const input = form.elements[name] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    input.value = value;
  };
  form.addEventListener("submit", (event) => {
    if (failed && open().length && last !== "sent" && last !== "full") {
      event.preventDefault();
      save().then((done) => done && form.requestSubmit(event.submitter));
      return;
    }
    form.querySelectorAll("input[name=only]").forEach((input) => input.remove());
    const changed = fields.filter((field) => state(field) !== drawn.get(field) || kept.get(field) !== drawn.get(field));
    ["", ...changed].forEach((value) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "only", value })));
    hidden("window", `${me}:${++turn}`);
    sending = true;
  });
  document.addEventListener("submit", (event) => {
    if (event.target === form || event.target === gone || !open().length) return;
    event.preventDefault();
    event.stopPropagation();
    soon(save()).then(() => {
      gone = event.target;
      gone.requestSubmit(event.submitter);
    });
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = link && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (!plain || link.matches(".leave") || link.origin !== location.origin || link.getAttribute("href").startsWith("#") || !open().length) return;
    event.preventDefault();
    soon(save()).then(() => location.assign(link.href));
  });
})();
