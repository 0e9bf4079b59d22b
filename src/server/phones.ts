import { attachedPhones, openSource } from "../centre/open-source.ts";
import type { PhoneList, PhoneRef } from "../centre/phone-list.ts";
import { listModels, type RunningPhone, startVirtualPhone } from "../centre/virtual-phone.ts";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";

export interface PhonesOptions {
  readonly dataFolder: string;
  readonly now: () => number;
  readonly env: NodeJS.ProcessEnv;
}

/** The phones that a server can reach. Virtual phones live as long as it does, so that what is changed on them stays changed. */
export class Phones {
  readonly #options: PhonesOptions;
  readonly #virtual = new Map<string, Promise<RunningPhone>>();

  constructor(options: PhonesOptions) {
    this.#options = options;
  }

  async list(signal?: AbortSignal): Promise<PhoneList> {
    const virtual = listModels().map(({ id, title, description }) => ({ ref: `virtual:${id}`, title, description }));
    try {
      const listed = await attachedPhones({ env: this.#options.env, signal });
      const attached = listed.map(({ serial, model, state, advice }) => ({
        ref: `serial:${serial}`,
        serial,
        model,
        state,
        advice,
      }));
      return { attached, virtual, problem: null };
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      return { attached: [], virtual, problem: { message: error.message, next: error.next ?? null } };
    }
  }

  /** Opens a phone; the caller closes it. @throws DeviceError; FormatError for a reference that is none */
  async open(
    ref: PhoneRef,
    options: { readonly signal?: AbortSignal; readonly onPrompt?: (sentence: string) => void },
  ): Promise<Source> {
    const [, kind, rest = ""] = /^(serial|address|virtual):(.+)$/s.exec(ref) ?? [];
    const { dataFolder, env, now } = this.#options;
    const open = { dataFolder, env, now: now(), ...options };
    if (kind === "serial") return await openSource({ serial: rest }, open);
    if (kind === "address") return await openSource({ address: rest }, open);
    if (kind !== "virtual") throw new FormatError("phone", "this names no phone");
    const { port, serial } = await this.#started(rest);
    const source = await openSource({ address: `127.0.0.1:${port}` }, open);
    return {
      ...source,
      name: serial,
      run: (command, limits) => source.run(command, limits),
      close: () => source.close(),
    };
  }

  #started(model: string): Promise<RunningPhone> {
    const running = this.#virtual.get(model) ?? startVirtualPhone(model, { now: this.#options.now });
    this.#virtual.set(model, running);
    running.catch(() => this.#virtual.delete(model));
    return running;
  }

  async close(): Promise<void> {
    const running = await Promise.allSettled(this.#virtual.values());
    await Promise.all(running.map((each) => (each.status === "fulfilled" ? each.value.close() : undefined)));
  }
}
