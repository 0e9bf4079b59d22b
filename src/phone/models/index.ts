import { programs } from "../commands/index.ts";
import type { Phone } from "../program.ts";
import { hardwareOddities } from "../state/hardware-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { installPcapdroid } from "../traffic/pcapdroid.ts";
import { hostile } from "./hostile.ts";
import { hyperos } from "./hyperos.ts";
import { miui12 } from "./miui12.ts";
import type { PhoneModel } from "./model.ts";
import { rooted } from "./rooted.ts";
import { stalked } from "./stalked.ts";
import { stock } from "./stock.ts";

/** Every model, the demonstration first. */
export const models: readonly PhoneModel[] = [hyperos, stock, miui12, stalked, rooted, hostile];

/** How a virtual phone is started. */
export interface PhoneOptions {
  /** The phone's clock, epoch milliseconds; the computer's when left out. */
  readonly now?: (() => number) | undefined;
  readonly serial?: string | undefined;
  /** Programs and dumps to refuse: `settings`, `dumpsys package`. */
  readonly refuses?: readonly string[] | undefined;
}

/** A phone with its state, which tests and actions may look into. */
export interface VirtualPhone extends Phone {
  readonly state: PhoneState;
}

/** What can be installed on any model besides, or how its hardware is, written behind its name: `hyperos+pcapdroid`. */
const additions: ReadonlyMap<string, (state: PhoneState) => void> = new Map([
  ["pcapdroid", installPcapdroid],
  ...Object.entries(hardwareOddities).map(
    ([name, change]) => [name, (state: PhoneState) => change(state.hardware)] as const,
  ),
]);

/** The model of a name, and what is to be installed besides; null where one of them is not known. */
export function findModel(
  name: string,
): { readonly model: PhoneModel; readonly install: (state: PhoneState) => void } | null {
  const [id, ...more] = name.split("+");
  const model = models.find((each) => each.id === id);
  const installs = more.map((each) => additions.get(each));
  if (!model || installs.includes(undefined)) return null;
  return {
    model,
    install: (state) => {
      for (const install of installs) install?.(state);
    },
  };
}

/**
 * Makes a virtual phone of a model.
 *
 * @throws RangeError when there is no model of that name.
 */
export function createPhone(modelId: string, options: PhoneOptions = {}): VirtualPhone {
  const found = findModel(modelId);
  if (!found)
    throw new RangeError(`There is no model "${modelId}"; there are ${models.map((each) => each.id).join(", ")}.`);
  const { now = Date.now, serial, refuses } = options;
  const state = found.model.build({ now, serial, refuses });
  found.install(state);
  return phoneOf(state);
}

/** The phone that serves a state. */
export function phoneOf(state: PhoneState): VirtualPhone {
  const table = programs(state);
  const property = (name: string): string => state.properties.get(name) ?? "";
  return {
    state,
    serial: state.serial,
    banner: {
      product: property("ro.product.name"),
      model: property("ro.product.model"),
      device: property("ro.product.device"),
    },
    identity: state.identity,
    kernel: state.kernel,
    now: state.now,
    program: (name) => table.get(name),
    files: state.files,
  };
}
