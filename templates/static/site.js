// Nothing here is needed to read a page: it remembers the text size and adds the buttons for print and copy.
(function () {
  "use strict";
  var sizes = document.getElementsByName("fs");
  function remembered(value) {
    // Some browsers refuse storage for pages opened from a folder.
    try {
      if (value) localStorage.setItem("text-size", value);
      return localStorage.getItem("text-size");
    } catch (error) {
      return null;
    }
  }
  function button(text, parent, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", action);
    return parent.appendChild(made);
  }
  var chosen = document.getElementById(remembered() || "fs1");
  if (chosen && chosen.name === "fs") chosen.checked = true;
  Array.prototype.forEach.call(sizes, function (size) {
    size.addEventListener("change", function () {
      remembered(size.id);
    });
  });
  var tools = document.querySelector("[data-print]");
  if (tools) {
    var share = tools.querySelector("details");
    tools.insertBefore(button(tools.dataset.print, tools, function () {
      window.print();
    }), share);
  }
  var copy = document.querySelector("[data-copy]");
  if (copy && navigator.clipboard) {
    var made = button(copy.dataset.copy, copy, function () {
      navigator.clipboard.writeText(copy.querySelector(".address").textContent).then(function () {
        made.textContent = copy.dataset.copied;
      });
    });
  }
})();
