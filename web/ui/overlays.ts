/**
 * Where dialogs and drawers stand. Not the body itself: over the body antd locks scrolling by a style sheet without the page's
 * nonce, which the content security policy rightly refuses.
 */
export function overlays(): HTMLElement {
  return document.getElementById("overlays") ?? document.body;
}
