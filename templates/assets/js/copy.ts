/** Buttons that copy a citation or an address. */

const TOLD_FOR = 4000;

/**
 * Enhances a button that copies the text of the element named in `data-copy`, or the page's own
 * address where it names none. Where the clipboard is out of reach the text is selected instead.
 */
export function enhanceCopy(button: HTMLElement): void {
  const source = document.getElementById(button.dataset.copy ?? "");
  const status = button.parentElement?.querySelector<HTMLElement>("[role='status']");
  let timer = 0;
  const tell = (text: string | undefined): void => {
    if (!status) return;
    status.textContent = text ?? "";
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      status.textContent = "";
    }, TOLD_FOR);
  };
  button.addEventListener("click", async () => {
    const address = permanentAddress();
    const written = source?.dataset.address ?? "";
    const text = source?.textContent?.trim() ?? address;
    try {
      // A sheet that does not know its own address cites a part of it; the browser knows the whole.
      await navigator.clipboard.writeText(written === "" ? text : text.replace(written, address));
      tell(button.dataset.done);
    } catch {
      if (source) getSelection()?.selectAllChildren(source);
      tell(source ? button.dataset.selected : address);
    }
  });
}

function permanentAddress(): string {
  return location.origin + location.pathname.replace(/index\.html$/, "");
}
