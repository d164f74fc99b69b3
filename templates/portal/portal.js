// SPDX-License-Identifier: MIT
// Every page works without this file. It puts the reader where a mistake is told, and takes files that are dropped, and the
// place of a note from a cell that is pressed.
"use strict";
(function () {
  const mistakes = document.getElementById("mistakes");
  if (mistakes) mistakes.focus();

  const form = document.getElementById("hand-in");
  const files = form && form.querySelector("input[type=file]");
  if (files) {
    form.addEventListener("dragover", (event) => event.preventDefault());
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length > 0) files.files = event.dataTransfer.files;
    });
  }

  // Of a review: the cell that is chosen is the place of a note or a recommendation. Arrow keys lead from cell to cell.
  const places = document.querySelectorAll("#note-place, #recommend-place");
  const note = document.getElementById("note-text");
  const hint = document.getElementById("cell-hint");

  function choose(cell) {
    places.forEach((place) => (place.value = cell.dataset.cell));
    if (!note) return;
    note.closest("details").open = true;
    note.focus();
  }

  // The cell beside, above or below; of merged cells the one that is seen there.
  function neighbour(cell, key) {
    const is = (one) => one && one.dataset.cell !== undefined;
    if (key === "ArrowRight" || key === "ArrowLeft") {
      const beside = key === "ArrowRight" ? cell.nextElementSibling : cell.previousElementSibling;
      return is(beside) ? beside : null;
    }
    const left = cell.getBoundingClientRect().left + 1;
    const next = (row) => (key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling);
    for (let row = next(cell.parentElement); row; row = next(row)) {
      const found = Array.from(row.children).find((one) => is(one) && one.getBoundingClientRect().left <= left && left < one.getBoundingClientRect().right);
      if (found) return found;
    }
    return null;
  }

  function makeGrid(table) {
    let current = table.querySelector("td[data-cell]");
    if (!current) return;
    table.setAttribute("role", "grid");
    const stand = (cell) => {
      current.tabIndex = -1;
      current = cell;
      current.tabIndex = 0;
    };
    stand(current);
    table.addEventListener("click", (event) => {
      const cell = event.target.closest("td[data-cell]");
      if (!cell || event.target.closest("a")) return;
      stand(cell);
      choose(cell);
    });
    table.addEventListener("keydown", (event) => {
      if (event.target !== current) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(current);
      } else if (event.key.startsWith("Arrow")) {
        event.preventDefault();
        const cell = neighbour(current, event.key);
        if (!cell) return;
        stand(cell);
        cell.focus();
      }
    });
  }

  if (places.length > 0) {
    document.querySelectorAll("table.sheet").forEach(makeGrid);
    if (hint) hint.hidden = false;
  }

  // A button that was pressed is not pressed again while the answer is on its way.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const one of document.forms) delete one.dataset.sent;
  });
})();
