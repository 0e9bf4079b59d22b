import { createPrivateKey, generateKeyPairSync, privateEncrypt, type webcrypto } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Authorisation,
  allowAfter,
  allowAlways,
  allowKeys,
  allowNever,
  parseAdbKey,
} from "../../src/phone/auth.ts";
import { concat } from "../../src/phone/byte-queue.ts";
import { serve } from "../../src/phone/daemon.ts";
import { cutWire, refusingServices, silentServices, slowServices, slowWire } from "../../src/phone/modes.ts";
import { command, type Packet, packetParts, readPackets } from "../../src/phone/packet.ts";
import { phoneServices } from "../../src/phone/services.ts";
import type { Services } from "../../src/phone/stream.ts";
import { type Wire, wirePair } from "../../src/phone/wire.ts";
import { smallPhone } from "./small-phone.ts";

const phone = smallPhone({ hang: () => new Promise<number>(() => {}) });
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

interface Options {
  readonly authorisation?: Authorisation;
  readonly services?: Services;
  readonly wrap?: (wire: Wire) => Wire;
}

/** A computer's end of a connection to the phone. */
class Computer {
  readonly over: Promise<void>;
  readonly wire: Wire;
  readonly #packets: AsyncGenerator<Packet>;

  constructor({ authorisation, services = phoneServices(phone), wrap = (wire) => wire }: Options = {}) {
    const [ours, theirs] = wirePair();
    this.wire = ours;
    this.over = serve(wrap(theirs), { banner: phone.banner, services, ...(authorisation ? { authorisation } : {}) });
    this.#packets = readPackets(ours.incoming, () => 1 << 20);
  }

  send(name: keyof typeof command, arg0: number, arg1: number, payload: Uint8Array | string = ""): void {
    const bytes = typeof payload === "string" ? encode(payload) : payload;
    this.wire.send(packetParts({ command: command[name], arg0, arg1, payload: bytes }, false));
  }

  async next(): Promise<Packet & { readonly name: string }> {
    const { value, done } = await this.#packets.next();
    if (done === true) throw new Error("the connection is over");
    return { ...value, name: Object.entries(command).find(([, code]) => code === value.command)?.[0] ?? "?" };
  }

  async connect(): Promise<this> {
    this.send("CNXN", 0x01000001, 1 << 20, "host::features=shell_v2\0");
    expect((await this.next()).name).toBe("CNXN");
    return this;
  }

  /** Opens a service, sends input, and gathers everything until it is closed. */
  async run(service: string, input: Uint8Array = new Uint8Array(0)): Promise<Uint8Array> {
    this.send("OPEN", 7, 0, `${service}\0`);
    const opened = await this.next();
    if (opened.name === "CLSE") throw new Error("refused");
    if (input.length > 0) this.send("WRTE", 7, opened.arg0, input);
    const parts: Uint8Array[] = [];
    for (;;) {
      const packet = await this.next();
      if (packet.name === "CLSE") return concat(parts);
      if (packet.name !== "WRTE") continue;
      parts.push(packet.payload);
      this.send("OKAY", 7, packet.arg0);
    }
  }
}

describe("connections", () => {
  test("begin with a banner that names the model and what is served", async () => {
    const computer = new Computer();
    computer.send("CNXN", 0x01000000, 4096, "host::\0");
    const { arg0, arg1, payload } = await computer.next();
    expect({ arg0, arg1 }).toEqual({ arg0: 0x01000001, arg1: 1 << 20 });
    expect(decode(payload)).toBe(
      "device::ro.product.name=small_product;ro.product.model=Small Phone;ro.product.device=small;features=shell_v2,cmd,stat_v2,ls_v2,fixed_push_mkdir,apex",
    );
  });

  test("answer nothing before they are made", async () => {
    const computer = new Computer();
    computer.send("OPEN", 1, 0, "shell:id\0");
    await computer.connect();
  });

  test("any bytes end them or are passed over, and never hang them", async () => {
    const packet = fc
      .record({
        name: fc.constantFrom(...(Object.keys(command) as (keyof typeof command)[])),
        arg0: fc.constantFrom(0, 1, 2, 3, 0xffffffff),
        arg1: fc.constantFrom(0, 1, 2, 3),
        payload: fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.constantFrom("shell:id\0", "sync:\0", "exec:cat\0").map(encode),
        ),
      })
      .map(({ name, ...rest }) => concat(packetParts({ command: command[name], ...rest }, false)));
    const bytes = fc.array(fc.oneof({ weight: 3, arbitrary: packet }, fc.uint8Array({ maxLength: 60 })), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (parts, connected) => {
        const computer = connected ? await new Computer().connect() : new Computer();
        for (const part of parts) computer.wire.send([part]);
        computer.wire.close();
        await computer.over;
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["a wrong magic", Uint8Array.from({ length: 24 }, () => 1)],
    [
      "a payload that is too long",
      packetParts({ command: command.WRTE, arg0: 1, arg1: 1, payload: new Uint8Array((1 << 20) + 1) }, false)[0],
    ],
  ])("%s ends them", async (_title, bytes) => {
    const computer = await new Computer().connect();
    computer.wire.send([bytes ?? new Uint8Array(0)]);
    await computer.over;
  });

  test("packets arrive whole however the bytes are cut", async () => {
    const packets = [1, 2, 3].map((arg0) => ({
      command: command.WRTE,
      arg0,
      arg1: 9,
      payload: new Uint8Array(arg0 * 10).fill(arg0),
    }));
    const bytes = concat(packets.flatMap((packet) => packetParts(packet, true)));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        async function* pieces() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        const read: Packet[] = [];
        for await (const packet of readPackets(pieces(), () => 4096))
          read.push({ ...packet, payload: packet.payload.slice() });
        expect(read).toEqual(packets);
      }),
    );
  });
});

describe("streams", () => {
  test("carry a command's output, and its exit code in version 2", async () => {
    const computer = await new Computer().connect();
    expect(decode(await computer.run("exec:echo a; echo b >&2"))).toBe("a\nb\n");
    expect(decode(await computer.run("shell:echo a"))).toBe("a\n");
    expect([...(await computer.run("shell,v2,raw:echo a; echo b >&2; exit 9"))]).toEqual([
      ...[1, 2, 0, 0, 0, 97, 10],
      ...[2, 2, 0, 0, 0, 98, 10],
      ...[3, 1, 0, 0, 0, 9],
    ]);
  });

  test("take standard input until it is closed", async () => {
    const computer = await new Computer().connect();
    const input = Uint8Array.of(0, 3, 0, 0, 0, 104, 105, 10, 4, 0, 0, 0, 0);
    expect(decode(await computer.run("shell,v2,raw:cat; echo end", input))).toContain("hi\n");
  });

  test("are a terminal for a person: prompt, echo, backspace, Ctrl-C, and a line that goes wrong ends nothing", async () => {
    const computer = await new Computer().connect();
    const keys = encode("echo ab\x7fc\rrm\x03)\rexit 5\r");
    const input = concat([Uint8Array.of(0, keys.length, 0, 0, 0), keys]);
    const answer = await computer.run("shell,v2,TERM=xterm,pty:", input);
    expect([...answer.slice(-6)]).toEqual([3, 1, 0, 0, 0, 5]);
    const shown = decode(answer).replace(/\x01...\0/gs, "");
    expect(shown).toContain("small:/ $ echo ab\b \bc\r\nac\r\n");
    expect(shown).toContain("rm^C\r\n");
    expect(shown).toContain("syntax error: unexpected ')'\r\n");
  });

  test("refuse services that are not served, and refuse politely what a production phone refuses", async () => {
    const computer = await new Computer().connect();
    for (const service of ["jdwp", "framebuffer:", "abb_exec:package", "", "backup:"]) {
      await expect(computer.run(service)).rejects.toThrow("refused");
    }
    expect(decode(await computer.run("root:"))).toBe("adbd cannot run as root in production builds\n");
    expect(decode(await computer.run("reverse:forward:tcp:1;tcp:2"))).toMatch(/^FAIL[0-9a-f]{4}the virtual phone/);
  });

  test("that the computer closes end the command behind them", async () => {
    const computer = await new Computer().connect();
    computer.send("OPEN", 7, 0, "shell,v2,raw:hang\0");
    const { arg0 } = await computer.next();
    computer.send("CLSE", 7, arg0);
    expect((await computer.next()).name).toBe("CLSE");
    expect(decode(await computer.run("exec:echo still here"))).toBe("still here\n");
  });

  test("wait for each acknowledgement before they send again", async () => {
    const computer = await new Computer().connect();
    computer.send("OPEN", 7, 0, "exec:cat /dev/zero\0");
    const { arg0 } = await computer.next();
    const first = await computer.next();
    expect(first.payload.length).toBeGreaterThan(0);
    computer.send("OPEN", 8, 0, "exec:echo meanwhile\0");
    expect((await computer.next()).name).toBe("OKAY");
    expect(decode((await computer.next()).payload)).toBe("meanwhile\n");
    computer.send("CLSE", 7, arg0);
  });

  test("any bytes to sync end it or are answered, and never hang it", async () => {
    const ids = fc.constantFrom("STAT", "STA2", "LST2", "LIST", "LIS2", "RECV", "SEND", "DATA", "DONE", "QUIT", "XXXX");
    const request = fc
      .tuple(
        ids,
        fc.constantFrom(0, 3, 12, 1024, 70_000, 0xffffffff),
        fc.constantFrom("", "/sdcard", "/data/local/tmp/f,33188", "abc"),
      )
      .map(([id, length, path]) => {
        const head = new Uint8Array(8);
        head.set(encode(id));
        new DataView(head.buffer).setUint32(4, length === 3 ? path.length : length, true);
        return concat([head, encode(path)]);
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(request, fc.uint8Array({ maxLength: 20 })), { minLength: 1, maxLength: 8 }),
        async (parts) => {
          const computer = await new Computer().connect();
          const quit = Uint8Array.of(81, 85, 73, 84, 0, 0, 0, 0);
          computer.send("OPEN", 7, 0, "sync:\0");
          const { arg0 } = await computer.next();
          computer.send("WRTE", 7, arg0, concat([...parts, quit]));
          computer.send("CLSE", 7, arg0);
          while ((await computer.next()).name !== "CLSE");
          computer.wire.close();
          await computer.over;
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("authorisation", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  type Key = typeof privateKey;
  const prefix = Uint8Array.from([0x30, 0x21, 0x30, 9, 6, 5, 0x2b, 0x0e, 3, 2, 0x1a, 5, 0, 4, 0x14]);
  const sign = (key: Key, token: Uint8Array) => privateEncrypt(key, concat([prefix, token]));

  /** adb's own layout of a public key. */
  function publicLine(key: Key): string {
    const { n = "" } = createPrivateKey(key.export({ type: "pkcs8", format: "pem" })).export({
      format: "jwk",
    }) as webcrypto.JsonWebKey;
    const bytes = Buffer.alloc(524);
    bytes.writeUInt32LE(64, 0);
    Buffer.from(n, "base64url").reverse().copy(bytes, 8);
    bytes.writeUInt32LE(65537, 520);
    return `${bytes.toString("base64")} owner@laptop`;
  }

  /** Offers keys as adb does: signatures first, then the public key. */
  async function offer(computer: Computer, keys: readonly Key[]): Promise<string> {
    computer.send("CNXN", 0x01000001, 1 << 20, "host::\0");
    let packet = await computer.next();
    const tokens: string[] = [];
    for (const key of keys) {
      if (packet.name === "CNXN") return "by signature";
      expect({ name: packet.name, type: packet.arg0, length: packet.payload.length }).toEqual({
        name: "AUTH",
        type: 1,
        length: 20,
      });
      tokens.push(decode(packet.payload));
      computer.send("AUTH", 2, 0, sign(key, packet.payload));
      packet = await computer.next();
    }
    expect(new Set(tokens).size).toBe(tokens.length);
    if (packet.name === "CNXN") return "by signature";
    computer.send("AUTH", 3, 0, `${publicLine(keys[0] ?? privateKey)}\0`);
    return (await computer.next()).name === "CNXN" ? "by public key" : "?";
  }

  test("an allowed key is known by its signature the next time", async () => {
    const authorisation = allowAlways();
    expect(await offer(new Computer({ authorisation }), [privateKey])).toBe("by public key");
    expect(await offer(new Computer({ authorisation }), [other, privateKey])).toBe("by signature");
    expect([...authorisation.keys()].map((key) => key.comment)).toEqual(["owner@laptop"]);
  });

  test("a list lets in its keys and no other", async () => {
    const authorisation = allowKeys([publicLine(other), "not a key"]);
    expect(await offer(new Computer({ authorisation }), [other])).toBe("by signature");
    await silence(offer(new Computer({ authorisation }), [privateKey]));
  });

  test("no is silence, and yes may come late", async () => {
    await silence(offer(new Computer({ authorisation: allowNever() }), [privateKey]));
    expect(await offer(new Computer({ authorisation: allowAfter(20) }), [privateKey])).toBe("by public key");
  });

  test("nothing is served without it", async () => {
    const computer = new Computer({ authorisation: allowNever() });
    computer.send("CNXN", 0x01000001, 1 << 20, "host::\0");
    await computer.next();
    computer.send("OPEN", 1, 0, "shell:id\0");
    computer.send("AUTH", 2, 0, new Uint8Array(256));
    expect((await computer.next()).name).toBe("AUTH");
  });

  test("what is no key is not read as one", () => {
    expect(parseAdbKey(publicLine(privateKey))?.exponent).toBe(65537n);
    for (const line of [
      "",
      "AAAA a@b",
      "!!!",
      publicLine(privateKey).slice(4),
      `${Buffer.alloc(524).toString("base64")} a@b`,
    ]) {
      expect(parseAdbKey(line)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (line) => void parseAdbKey(line)));
  });
});

describe("ways of failing", () => {
  test("slow: each packet takes its time", async () => {
    const computer = await new Computer({ wrap: (wire) => slowWire(wire, 30) }).connect();
    const start = performance.now();
    expect(decode(await computer.run("exec:echo a"))).toBe("a\n");
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  test("slow: each command begins late", async () => {
    const computer = await new Computer({ services: slowServices(phoneServices(phone), 40) }).connect();
    const start = performance.now();
    expect(decode(await computer.run("exec:echo a"))).toBe("a\n");
    expect(performance.now() - start).toBeGreaterThan(35);
  });

  test("cut off: exactly so many bytes arrive", async () => {
    for (const bytes of [0, 1, 24, 100, 200]) {
      const computer = new Computer({ wrap: (wire) => cutWire(wire, bytes) });
      computer.send("CNXN", 0x01000001, 1 << 20, "host::\0");
      computer.send("OPEN", 7, 0, "exec:cat /dev/zero\0");
      let received = 0;
      for await (const chunk of computer.wire.incoming) received += chunk.length;
      expect(received).toBe(bytes);
      await computer.over;
    }
  });

  test("refusing: every command gets the same answer", async () => {
    const services = refusingServices(phoneServices(phone), {
      stderr: "java.lang.SecurityException: no\n",
      exitCode: 255,
    });
    const computer = await new Computer({ services }).connect();
    expect(decode(await computer.run("exec:id"))).toBe("java.lang.SecurityException: no\n");
    expect([...(await computer.run("shell,v2,raw:id"))].slice(-6)).toEqual([3, 1, 0, 0, 0, 255]);
    await expect(computer.run("sync:")).rejects.toThrow("refused");
  });

  test("silent: a command is accepted and never answered, until it is closed", async () => {
    const computer = await new Computer({ services: silentServices(phoneServices(phone)) }).connect();
    computer.send("OPEN", 7, 0, "exec:id\0");
    const { arg0 } = await computer.next();
    await silence(computer.next(), 50);
    computer.send("CLSE", 7, arg0);
  });
});

/** Expects that nothing comes. */
async function silence(promise: Promise<unknown>, milliseconds = 100): Promise<void> {
  const quiet = new Promise((resolve) => setTimeout(() => resolve("nothing"), milliseconds));
  expect(await Promise.race([promise, quiet])).toBe("nothing");
}
