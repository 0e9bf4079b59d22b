import type { DnsMessage } from "../formats/dns-message.ts";
import { addressText } from "../formats/ip-address.ts";
import type { Words } from "../formats/ip-packet.ts";
import type { Connection } from "./capture-table.ts";

/** A name that was asked for in the capture: one question and its answer, sent again or for several kinds of address. */
export interface AskedName {
  readonly name: string;
  readonly connection: Connection;
  readonly number: number;
  readonly start: number;
  last: number;
  sent: number;
  received: number;
}

const maxNames = 100_000;
const maxAsked = 100_000;
/** Questions for one name of the same app to the same server within this time are one: A, AAAA and HTTPS, and repetitions. */
const sameQuestion = 5000;

/** Keeps which names were asked for, and which addresses the answers gave for them, to whom. */
export class CaptureNames {
  readonly asked: AskedName[] = [];
  readonly #open = new Map<string, AskedName>();
  readonly #byAddress = new Map<string, string>();
  /** Names that were not kept because there were too many. */
  dropped = 0;

  /** The name whose answer named this address to this client last; of the answers to its other address where the family differs. */
  nameOf(version: number, client: Words, server: Words, station: number): string | null {
    if (this.#byAddress.size === 0) return null;
    const address = addressText(version, server);
    return (
      this.#byAddress.get(`${addressText(version, client)}|${address}`) ??
      this.#byAddress.get(`${version === 4 ? 6 : 4}/${station}|${address}`) ??
      null
    );
  }

  /** Notes one message of a conversation with a resolver. */
  note(
    message: DnsMessage,
    connection: Connection,
    at: { readonly time: number; readonly number: number; readonly length: number },
  ): void {
    if (message.answer) this.#answer(message, connection);
    for (const { name } of message.questions) this.#question(name, message.answer, connection, at);
  }

  #answer(message: DnsMessage, connection: Connection): void {
    // The name that was asked for is the one that the app knows; aliases lie between it and the address.
    const asked = message.questions[0]?.name;
    const { version, station } = connection;
    const client = connection.clientIsA ? connection.a : connection.b;
    for (const { name, version: family, address } of message.addresses) {
      const text = addressText(family, address);
      const host = asked ?? name;
      if (this.#byAddress.size >= maxNames) {
        this.dropped++;
        return;
      }
      this.#byAddress.set(`${addressText(version, client)}|${text}`, host);
      if (station >= 0) this.#byAddress.set(`${version}/${station}|${text}`, host);
    }
  }

  #question(
    name: string,
    isAnswer: boolean,
    connection: Connection,
    at: { readonly time: number; readonly number: number; readonly length: number },
  ): void {
    const server = connection.clientIsA ? connection.b : connection.a;
    const port = connection.clientIsA ? connection.bPort : connection.aPort;
    const key = `${connection.uid}|${addressText(connection.version, server)}|${port}|${name}`;
    let asked = this.#open.get(key);
    if (!asked || (!isAnswer && at.time - asked.last > sameQuestion)) {
      if (this.asked.length >= maxAsked) {
        this.dropped++;
        return;
      }
      asked = { name, connection, number: at.number, start: at.time, last: at.time, sent: 0, received: 0 };
      this.asked.push(asked);
      this.#open.set(key, asked);
    }
    asked.last = Math.max(asked.last, at.time);
    if (isAnswer) asked.received += at.length;
    else asked.sent += at.length;
  }
}
