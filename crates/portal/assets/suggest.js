// Names while somebody types into the search box. Without this the form works as it is.
"use strict";

document.querySelectorAll("form[data-suggest]").forEach((form) => {
  const field = form.elements.q;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.hidden = true;
  field.parentElement.append(list);
  field.autocomplete = "off";

  const hide = () => (list.hidden = true);
  const line = ({ url, name, note }) => {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = name;
    const beside = document.createElement("small");
    beside.textContent = note;
    link.append(beside);
    const item = document.createElement("li");
    item.append(link);
    return item;
  };

  let timer = 0;
  let asked = "";
  const ask = async () => {
    const typed = field.value.trim();
    asked = typed;
    if (!typed) return hide();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (!answer.ok) return hide();
      const { suggestions } = await answer.json();
      if (asked !== typed) return;
      list.replaceChildren(...suggestions.map(line));
      list.hidden = suggestions.length === 0;
    } catch {
      hide();
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });

  // Down and up move between the box and the names, Escape puts them away.
  form.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "Escape") {
      hide();
      field.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = [field, ...list.querySelectorAll("a")];
    const at = places.indexOf(event.target);
    if (!step || at < 0) return;
    event.preventDefault();
    places[(at + step + places.length) % places.length].focus();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) hide();
  });
});
