import { For, type JSX } from "solid-js";

/** Strokes on a field of 24 × 24; drawn here, so that nothing is fetched. */
const icons = {
  candor: ["M17 8.2A6.5 6.5 0 1 0 17 15.8", "M12 12h.01"],
  phone: [
    "M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3Z",
    "M11 18h2",
  ],
  history: ["M4 12a8 8 0 1 0 2.4-5.7", "M4 4v4h4", "M12 8v4l3 2"],
  journal: ["M6 4h11a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H6Z", "M6 4v16", "M10 9h5", "M10 13h5"],
  traffic: [
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    "M3.5 9.5h17",
    "M3.5 14.5h17",
    "M12 3c2.6 2.4 4 5.4 4 9s-1.4 6.6-4 9c-2.6-2.4-4-5.4-4-9s1.4-6.6 4-9Z",
  ],
  settings: ["M4 7h10", "M18 7h2", "M16 5v4", "M4 17h2", "M10 17h10", "M8 15v4"],
  critical: ["M12 3 21 12 12 21 3 12Z", "M12 8v5", "M12 16h.01"],
  high: ["M12 4 21 19.5H3Z", "M12 10v4", "M12 16.5h.01"],
  medium: ["M12 4 21 19.5H3Z"],
  low: ["M5 12h14", "M12 19l-7-7", "M12 19l7-7"],
  info: ["M12 11v6", "M12 7h.01", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z"],
  pass: ["M5 12.5 10 17 19 7"],
  unknown: ["M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2", "M12 17.5h.01"],
  "not-applicable": ["M6 12h12"],
  app: ["M5 5h6v6H5Z", "M13 5h6v6h-6Z", "M5 13h6v6H5Z", "M13 13h6v6h-6Z"],
  unlocked: [
    "M7 11h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z",
    "M8.5 11V7a3.5 3.5 0 0 1 6.8-1.2",
  ],
  hidden: [
    "M4 4l16 16",
    "M9.5 5.6A9.6 9.6 0 0 1 12 5.3c5 0 8 4.2 9 6.7a13 13 0 0 1-2.6 3.9",
    "M6 7.6A13 13 0 0 0 3 12c1 2.5 4 6.7 9 6.7a9 9 0 0 0 4-.9",
    "M9.9 9.9a3 3 0 0 0 4.2 4.2",
  ],
  lists: ["M9 6h11", "M9 12h11", "M9 18h11", "M4.5 6h.01", "M4.5 12h.01", "M4.5 18h.01"],
  undo: ["M8 6 4 10l4 4", "M4 10h10a5 5 0 0 1 0 10h-3"],
  file: [
    "M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8Z",
    "M13 3v5h5",
    "M12 12v5",
    "M9.5 14.5 12 12l2.5 2.5",
  ],
  vault: [
    "M5 4h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z",
    "M7 19v2",
    "M17 19v2",
    "M12 8.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
    "M12 7v1.5",
    "M12 14.5V16",
    "M7.5 11.5H9",
    "M15 11.5h1.5",
  ],
  document: ["M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8Z", "M13 3v5h5", "M9.5 13h5", "M9.5 16.5h5"],
  download: ["M12 4v11", "M7.5 11 12 15.5 16.5 11", "M5 20h14"],
  up: ["M12 20V6", "M6 12l6-6 6 6"],
  folder: ["M4 18.5V6a1 1 0 0 1 1-1h4l2 2.5h8a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z"],
  picture: ["M4 5h16v14H4Z", "M4 16l4.5-4.5L13 16", "M11.5 14.5 15 11l5 5", "M9 8.5h.01"],
  film: ["M4 5h16v14H4Z", "M10 9l5 3-5 3Z"],
  lock: ["M6 11h12v9H6Z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"],
  plus: ["M12 5v14", "M5 12h14"],
  search: ["M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z", "M16 16l4 4"],
} as const;
export type IconName = keyof typeof icons;

/** A picture beside a word; it says nothing of its own to whoever reads by ear. */
export function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <For each={icons[props.name]}>{(d) => <path d={d} />}</For>
    </svg>
  );
}
