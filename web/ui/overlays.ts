/** Where what floats over a thing stands: within the dialog that holds it, beside which nothing can be reached, else over the page. */
export function overlays(over?: Element | null): HTMLElement {
  return over?.closest("dialog") ?? document.getElementById("overlays") ?? document.body;
}
