/** Takes the keyboard to what has come in the place of what was pressed; where it is elsewhere meanwhile, it stays there. */
export function arrive(element: HTMLElement): void {
  queueMicrotask(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) element.focus({ preventScroll: true });
  });
}
