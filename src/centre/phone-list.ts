/** A phone as faces name it: `serial:…` for one of the adb server, `address:HOST:PORT`, `virtual:MODEL`. */
export type PhoneRef = string;

/** A phone of the adb server. Texts come from outside. */
export interface AttachedPhone {
  readonly ref: PhoneRef;
  readonly serial: string;
  readonly model: string | null;
  /** The adb server's word; `device` is ready. */
  readonly state: string;
  /** What to do; null when it is ready. */
  readonly advice: string | null;
}

/** The phones that can be reached. */
export interface PhoneList {
  readonly attached: readonly AttachedPhone[];
  readonly virtual: readonly { readonly ref: PhoneRef; readonly title: string; readonly description: string }[];
  /** Why attached phones cannot be seen: a sentence, and what to do. */
  readonly problem: { readonly message: string; readonly next: string | null } | null;
}
