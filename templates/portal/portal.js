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

  // Of a review: the cell that is pressed is the place of a note or a recommendation.
  const places = document.querySelectorAll("#note-place, #recommend-place");
  if (places.length > 0) {
    document.querySelectorAll("table.sheet td[data-cell]").forEach((cell) => {
      cell.addEventListener("click", () => places.forEach((place) => (place.value = cell.dataset.cell)));
    });
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
