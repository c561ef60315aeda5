// What the bar of the preview does: it stays as open as it was left, marks links to what the public cannot see,
// asks again until the whole site has been checked, keeps languages side by side at the same place, and copies
// the commands of the page about translations and reviews.
(() => {
  "use strict";
  const KEY = "sfwgen-preview-open";
  const bar = () => document.getElementById("sfwgen-preview");
  const stored = (value) => {
    try {
      if (value !== undefined) sessionStorage.setItem(KEY, value);
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const remember = () => {
    const details = bar().querySelector("details");
    details.open = stored() === "true";
    details.addEventListener("toggle", () => stored(String(details.open)));
  };

  const markHeld = () => {
    const held = JSON.parse(bar().dataset.held);
    for (const link of document.querySelectorAll("main a[href]")) {
      let path = decodeURIComponent(link.pathname).slice(1);
      if (path === "" || path.endsWith("/")) path += "index.html";
      const elsewhere = link.pathname !== location.pathname && !link.hasAttribute("hreflang");
      if (link.origin !== location.origin || !elsewhere || !Object.hasOwn(held, path)) continue;
      const mark = document.createElement("span");
      mark.className = "sfwgen-held";
      mark.textContent = held[path];
      link.after(mark);
    }
  };

  const askAgain = async () => {
    try {
      const text = await (await fetch(location.href)).text();
      const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("sfwgen-preview");
      if (fresh && !("pending" in fresh.dataset)) {
        bar().replaceWith(fresh);
        remember();
        return;
      }
    } catch {
      // The preview has been stopped, or is busy: it is asked again.
    }
    setTimeout(askAgain, 700);
  };

  const keepTogether = (frames) => {
    let leader = null;
    for (const frame of frames) {
      frame.addEventListener("load", () => {
        const own = frame.contentWindow;
        for (const kind of ["pointerenter", "pointerdown", "wheel", "touchstart", "keydown", "focusin"]) {
          own.addEventListener(kind, () => { leader = frame; }, { passive: true, capture: true });
        }
        own.addEventListener("scroll", () => {
          if (leader !== frame) return;
          const height = (win) => win.document.documentElement.scrollHeight - win.innerHeight;
          const share = own.scrollY / Math.max(height(own), 1);
          for (const other of frames) {
            if (other !== frame) other.contentWindow.scrollTo(0, share * height(other.contentWindow));
          }
        }, { passive: true });
      });
    }
  };

  const offerCopy = (button) => {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const command = button.parentElement.querySelector("code");
      try {
        await navigator.clipboard.writeText(command.textContent);
      } catch {
        // Where the browser forbids it, the command is marked, to be copied by hand.
        getSelection().selectAllChildren(command);
        return;
      }
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  };

  for (const button of document.querySelectorAll(".command button")) offerCopy(button);
  if (bar()) {
    remember();
    markHeld();
    if ("pending" in bar().dataset) setTimeout(askAgain, 700);
  }
  keepTogether([...document.querySelectorAll(".sfwgen-both iframe")]);
})();
