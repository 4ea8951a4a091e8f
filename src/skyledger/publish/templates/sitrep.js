(() => {
  // Enhancement only: a way back to the number one came from. Everything works without it.
  let from = null;
  const back = document.createElement("button");
  back.type = "button";
  back.className = "back";
  back.hidden = true;
  back.textContent = "Back to the number";
  document.body.append(back);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#ev-']") : null;
    if (link) {
      from = link;
      back.hidden = false;
    }
  });
  back.addEventListener("click", () => {
    if (from) {
      from.scrollIntoView({ block: "center" });
      from.focus({ preventScroll: true });
    }
    back.hidden = true;
  });
})();
