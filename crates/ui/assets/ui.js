// What makes the pages quicker. Nothing needs it: every page works without.
"use strict";

const each = (selector, action) => document.querySelectorAll(selector).forEach(action);
const isTyping = (element) => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

// What is wrong with a form is read first.
each("[data-focus]", (element) => element.focus());

// One press is enough; what cannot be undone asks first.
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  delete form.dataset.dirty;
});

// Coming back to a page by the browser's button makes its forms usable again.
window.addEventListener("pageshow", () => each("form[data-sent]", (form) => delete form.dataset.sent));

// Copying a receipt.
each("[data-copy]", (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = button.parentElement.querySelector("[role=status]");
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    done.textContent = button.dataset.copied;
  });
});

// Counting characters as the server does: by code points.
each("[data-limit]", (field) => {
  const line = document.getElementById(`${field.id}-count`);
  const count = () => {
    const left = Number(field.dataset.limit) - Array.from(field.value).length;
    const text = left < 0 ? line.dataset.over : line.dataset.left;
    line.textContent = text.replace("%", Math.abs(left).toLocaleString("en"));
    line.classList.toggle("count-over", left < 0);
  };
  field.addEventListener("input", count);
  if (field.value) count();
});

// A file that is too large is refused before it travels.
each("[data-max-bytes]", (field) => {
  field.addEventListener("change", () => {
    const tooLarge = Array.from(field.files).some((file) => file.size > Number(field.dataset.maxBytes));
    field.setCustomValidity(tooLarge ? field.dataset.tooLarge : "");
    if (tooLarge) {
      field.reportValidity();
      field.value = "";
    }
  });
});

// Leaving with unsaved changes.
each("form[data-guard], form[data-autosave]", (form) => {
  form.addEventListener("input", () => (form.dataset.dirty = "yes"));
});
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-dirty]")) event.preventDefault();
});

// Saving as people type: the words, not the files.
each("form[data-autosave]", (form) => {
  const status = form.querySelector("[data-autosave-status]");
  const say = (state) => {
    if (!status) return;
    status.textContent = status.dataset[state];
    status.classList.toggle("autosave-failed", state === "failed");
  };
  const save = async () => {
    const words = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") words.append(name, value);
    }
    delete form.dataset.dirty;
    say("saving");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: words, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      say("saved");
    } catch {
      if (form.dataset.sent) return;
      form.dataset.dirty = "yes";
      say("failed");
      again(10000);
    }
  };
  let timer = 0;
  const again = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  form.addEventListener("input", () => again(1200));
  form.addEventListener("submit", () => clearTimeout(timer));
  window.addEventListener("online", () => form.dataset.dirty && again(0));
});

// Moving through a queue: j and k between rows, Enter opens, x ticks. Only while the focus is in the table.
each("table[data-queue]", (table) => {
  table.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const row = event.target.closest("tbody tr");
    const rows = Array.from(table.querySelectorAll("tbody tr"));
    const step = { j: 1, k: -1 }[event.key];
    if (step) rows[row ? rows.indexOf(row) + step : 0]?.querySelector("a")?.focus();
    if (event.key === "x") row?.querySelector("input[type=checkbox]")?.click();
  });
});

// Ticking a whole column.
each("[data-select-all]", (all) => {
  all.addEventListener("change", () => {
    all.closest("table").querySelectorAll("tbody input[type=checkbox]").forEach((box) => (box.checked = all.checked));
  });
});
