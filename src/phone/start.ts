import type { Authorisation } from "./auth.ts";
import { serve } from "./daemon.ts";
import { type Listener, listen } from "./listen.ts";
import { cutWire, type Refusal, refusingServices, silentServices, slowServices, slowWire } from "./modes.ts";
import type { Phone } from "./program.ts";
import { phoneServices } from "./services.ts";

/** How a phone is started, and how it misbehaves. */
export interface StartOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly host?: string;
  /** Left out, every computer is let in without a key. */
  readonly authorisation?: Authorisation;
  /** Milliseconds that each packet from the phone takes, and that each command begins late. */
  readonly slow?: { readonly packet?: number; readonly command?: number };
  /** Each connection ends after this many bytes from the phone. */
  readonly cutAfter?: number;
  /** What every command is answered with. */
  readonly refuse?: Refusal;
  /** Commands are accepted and never answered. */
  readonly silent?: boolean;
}

/** Starts a virtual phone on a TCP port; `adb connect HOST:PORT` reaches it. @throws the system's error when the port is taken. */
export function startPhone(phone: Phone, options: StartOptions = {}): Promise<Listener> {
  const { slow = {}, cutAfter, refuse, silent = false, authorisation } = options;
  let services = phoneServices(phone);
  if (refuse !== undefined) services = refusingServices(services, refuse);
  if (silent) services = silentServices(services);
  if (slow.command !== undefined) services = slowServices(services, slow.command);
  return listen((wire) => {
    const slowed = slow.packet === undefined ? wire : slowWire(wire, slow.packet);
    const cut = cutAfter === undefined ? slowed : cutWire(slowed, cutAfter);
    return serve(cut, { banner: phone.banner, services, ...(authorisation === undefined ? {} : { authorisation }) });
  }, options);
}
