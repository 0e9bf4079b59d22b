import { createSignal, onCleanup } from "solid-js";

/** The width of an element in pixels, as it changes: pictures are laid out for it, so that their words stay as large as all others. */
export function useWidth(): readonly [width: () => number, watch: (element: HTMLElement) => void] {
  const [width, setWidth] = createSignal(0);
  const observer = new ResizeObserver(([entry]) => {
    if (entry) setWidth(Math.floor(entry.contentRect.width));
  });
  onCleanup(() => observer.disconnect());
  return [width, (element) => observer.observe(element)];
}
