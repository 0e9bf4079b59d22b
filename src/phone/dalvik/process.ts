import type { PhoneState } from "../state/phone-state.ts";
import type { Machine } from "./interpreter.ts";
import type { JavaObject, JavaValue } from "./java-values.ts";

/** What one process of the phone has set up. */
export interface Process {
  readonly state: PhoneState;
  print(text: string): Promise<void>;
  looper: boolean;
  /** Whether the provider of the key store is installed. */
  provider: boolean;
  thread: JavaObject | null;
  application: JavaObject | null;
  /** The class of this name that is hidden from apps; undefined where this Android has none. */
  hidden(name: string): HiddenClass | undefined;
}

/** A class that is reached by reflection. */
export interface HiddenClass {
  /** Methods without parameters, on an object or null. */
  readonly methods: Readonly<Record<string, (receiver: JavaValue) => JavaValue>>;
  readonly fields: Readonly<Record<string, (receiver: JavaValue, value: JavaValue) => void>>;
}

/** A method of the framework. */
export type Native = (args: readonly JavaValue[], process: Process, machine: Machine) => Promise<JavaValue> | JavaValue;

/** `System.exit`. */
export class Exited extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}
