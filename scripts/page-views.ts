// The views of the page, for screenshots and for the tests of accessibility: each once, in the state that tells most of it.
import type { Page } from "playwright-core";
import type { AttachedPhone } from "../src/centre/phone-list.ts";

/** One view as it is looked at. */
export interface PageView {
  /** Names its screenshots. */
  readonly name: string;
  /** Its path in an examination of this id. */
  readonly path: (examination: string) => string;
  /** Phones on the cable. */
  readonly phones?: readonly AttachedPhone[];
  /** Brings it into the state that is looked at. */
  readonly prepare?: (window: Page) => Promise<void>;
}

const phone = (serial: string, model: string | null, state: string, advice: string | null = null): AttachedPhone => ({
  ref: `serial:${serial}`,
  serial,
  model,
  state,
  advice,
});

export const pageViews: readonly PageView[] = [
  { name: "start", path: () => "/" },
  {
    name: "start-phones",
    path: () => "/",
    phones: [
      phone("4f1c2a9b", "Xiaomi 14", "device"),
      phone("R58M12ABCDE", null, "unauthorized"),
      phone("emulator-5554", null, "offline"),
      phone("ZY22FKX7", null, "no permissions"),
    ],
  },
  { name: "overview", path: (id) => `/e/${id}` },
  { name: "findings", path: (id) => `/e/${id}/findings` },
  { name: "examinations", path: () => "/examinations" },
  { name: "journal", path: () => "/journal" },
  { name: "settings", path: () => "/settings" },
];
