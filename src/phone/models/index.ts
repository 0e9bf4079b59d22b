import { programs } from "../commands/index.ts";
import type { Phone } from "../program.ts";
import type { PhoneState } from "../state/phone-state.ts";
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

/**
 * Makes a virtual phone of a model.
 *
 * @throws RangeError when there is no model of that name.
 */
export function createPhone(modelId: string, options: PhoneOptions = {}): VirtualPhone {
  const model = models.find((each) => each.id === modelId);
  if (!model)
    throw new RangeError(`There is no model "${modelId}"; there are ${models.map((each) => each.id).join(", ")}.`);
  return phoneOf(model.build({ now: options.now ?? Date.now, serial: options.serial, refuses: options.refuses }));
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
