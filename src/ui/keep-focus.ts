/**
 * For `onCloseAutoFocus`: when what opened a dialog went away with what the dialog did, as a button to decide what is decided,
 * the focus stands at `opener`, or else at the content, instead of being lost.
 */
export function keepFocus(opener?: HTMLElement | null): void {
  setTimeout(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    const next = opener?.isConnected ? opener : document.getElementById("content");
    next?.focus({ preventScroll: true });
  });
}
