/** Menus of checkboxes in `<details>`: one open at a time, closed by Escape and by going elsewhere. */

/** Enhances the menus in a bar. */
export function enhanceMenus(bar: HTMLElement): void {
  const menus = [...bar.querySelectorAll("details")];
  for (const menu of menus) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
    menu.addEventListener("toggle", () => {
      if (!menu.open) return;
      for (const other of menus) if (other !== menu) other.open = false;
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
    });
  }
  document.addEventListener("pointerdown", ({ target }) => {
    for (const menu of menus)
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
