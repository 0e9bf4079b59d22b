import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readAttestAnswer } from "../../src/centre/attest-answer.ts";
import { attestByDex, type DexAttestation, dexAttestationSteps } from "../../src/centre/attest-dex.ts";
import { attestProgram } from "../../src/centre/attest-program.ts";
import { DeviceError, FormatError } from "../../src/core/errors.ts";
import type { Output, Source } from "../../src/core/source.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { readPemChain, verifyAttestationChain } from "../../src/formats/attestation-chain.ts";
import { serve } from "../../src/phone/daemon.ts";
import { shellKeys } from "../../src/phone/dalvik/android-classes.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { cutWire } from "../../src/phone/modes.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { virtualPhonesRoot } from "../../src/phone/state/key-attestation.ts";
import { countedWire } from "../phone/counted-wire.ts";

// The program over the real protocol: it is on the phone only while it runs, whatever happens, and any answer has an end.

const now = () => Date.UTC(2026, 10, 22);
const challenge = Uint8Array.from({ length: 32 }, (_, i) => i * 8);
const program = await attestProgram();
const tmp = "/data/local/tmp";

let home = "";
let phone: VirtualPhone;
let listener: Listener;
let cutAt: number | null = null;
let passed = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "candor-attest-"));
  listener = await listen((wire) => {
    passed = 0;
    const counted = countedWire(wire, (count) => {
      passed += count;
    });
    const served = cutAt === null ? counted : cutWire(counted, cutAt);
    return serve(served, { banner: phone.banner, services: phoneServices(phone) });
  });
});
afterAll(async () => {
  await listener.close();
  await rm(home, { recursive: true, force: true });
});
beforeEach(() => {
  phone = createPhone("hyperos", { now });
  cutAt = null;
});

async function connected<T>(body: (source: Source) => Promise<T>): Promise<T> {
  const source = await openTcpPhone({
    address: `127.0.0.1:${listener.port}`,
    takenAt: now(),
    keys: { ownKey: join(home, "key") },
  });
  try {
    return await body(source);
  } finally {
    await source.close();
  }
}

const programsOnPhone = async () => (await phone.state.files.list(tmp)).filter((name) => name.endsWith(".dex"));
const judge = (pem: string) =>
  verifyAttestationChain(
    readPemChain(pem),
    { roots: [{ name: "virtual", publicKey: virtualPhonesRoot() }], revoked: new Map(), at: now(), challenge },
    nodeCrypto,
  );

test("the chain of a phone is obtained, proven, and nothing is left", async () => {
  const answer = await connected((source) => attestByDex(source, challenge));
  expect(answer).toMatchObject({ route: "app_process", leftOnPhone: null });
  const { chainPem } = answer as Extract<DexAttestation, { chainPem: string }>;
  for (const line of chainPem.trim().split("\n"))
    expect(line).toMatch(/^(-----(BEGIN|END) CERTIFICATE-----|[A-Za-z0-9+/=]{1,64})$/);
  expect((await judge(chainPem)).faults).toEqual([]);
  expect(await programsOnPhone()).toEqual([]);
  expect(shellKeys(phone.state).size).toBe(0);
});

test("what the hardware knows comes through, and refusals are told in the phone's words", async () => {
  phone = createPhone("stock+unlocked-hardware", { now });
  const answer = await connected((source) => attestByDex(source, challenge));
  const { says } = await judge((answer as Extract<DexAttestation, { chainPem: string }>).chainPem);
  expect(says?.rootOfTrust).toMatchObject({ locked: false });
  phone = createPhone("hyperos+refusing-hardware", { now });
  expect(await connected((source) => attestByDex(source, challenge))).toEqual({
    refused:
      "The phone's key store attests no key: java.security.ProviderException: Failed to generate key pair.; caused by " +
      "android.security.KeyStoreException: System error (internal Keystore code: -49)",
    leftOnPhone: null,
  });
  phone = createPhone("hyperos", { now, refuses: ["app_process"] });
  expect(await connected((source) => attestByDex(source, challenge))).toMatchObject({
    refused: expect.stringContaining("Shell does not have permission to run app_process"),
    leftOnPhone: null,
  });
  expect(await programsOnPhone()).toEqual([]);
});

test("what an old phone compiled of it goes, too, and nothing else", async () => {
  phone = createPhone("miui12", { now });
  phone.state.properties.set("ro.build.version.sdk", "28");
  expect(await connected((source) => attestByDex(source, challenge))).toMatchObject({ leftOnPhone: null });
  expect(await phone.state.files.list(tmp)).not.toContain("oat");
  phone.state.files.plant(`${tmp}/oat/arm64/other.odex`, { body: "other" });
  const answer = await connected((source) => {
    const sticking: Source = {
      ...source,
      run: (command, options) =>
        source.run(
          command.map((word) => word.replace("rm -f", "true")),
          options,
        ),
    };
    return attestByDex(sticking, challenge);
  });
  expect(answer).toMatchObject({ route: "app_process", leftOnPhone: expect.stringContaining(tmp) });
  expect((await phone.state.files.list(`${tmp}/oat/arm64`)).length).toBe(3);
  for (const name of await programsOnPhone()) await phone.state.files.change(`${tmp}/${name}`, { mtime: 0 });
  await connected((source) => attestByDex(source, challenge));
  expect(await phone.state.files.list(`${tmp}/oat/arm64`)).toEqual(["other.odex"]);
});

test("while it runs, the program lies there as it was made, for nobody to change", async () => {
  const seen: { readonly digest: string; readonly mode: string }[] = [];
  await connected((source) => {
    const watching: Source = {
      ...source,
      run: async (command, options) => {
        for (const name of await programsOnPhone()) {
          const bytes: Uint8Array[] = [];
          for await (const chunk of phone.state.files.open(`${tmp}/${name}`)) bytes.push(chunk.slice());
          const { mode } = await phone.state.files.stat(`${tmp}/${name}`);
          seen.push({ digest: sha256(Buffer.concat(bytes)), mode: mode.toString(8) });
        }
        return source.run(command, options);
      },
    };
    return attestByDex(watching, challenge);
  });
  // Once when it is run, once when it is removed.
  expect(seen).toEqual(Array(2).fill({ digest: sha256(program), mode: "100444" }));
});

test("wherever the cable is pulled, it ends, and the next run takes away what was left", async () => {
  await connected((source) => attestByDex(source, challenge));
  const all = passed;
  for (let at = 0; at < all; at += Math.ceil(all / 40)) {
    cutAt = at;
    const ended = await connected((source) => attestByDex(source, challenge)).catch((error: unknown) => error);
    if (!(ended instanceof DeviceError)) expect((ended as DexAttestation).leftOnPhone).toContain(tmp);
    else expect(["gone", "offline", "no-device", "timeout"]).toContain(ended.code);
  }
  cutAt = null;
  // An hour later; a young one may be another Candor's.
  for (const name of await programsOnPhone())
    await phone.state.files.change(`${tmp}/${name}`, { mtime: Math.floor(Date.now() / 1000) - 3600 });
  phone.state.files.plant(`${tmp}/candor-attest-mine.dex`, { body: "mine", mtime: 0 });
  const young = `candor-attest-${"0".repeat(32)}.dex`;
  phone.state.files.plant(`${tmp}/${young}`, { body: "young", mtime: Date.now(), uid: 2000, gid: 2000 });
  expect(await connected((source) => attestByDex(source, challenge))).toMatchObject({ leftOnPhone: null });
  expect(await programsOnPhone()).toEqual([young, "candor-attest-mine.dex"]);
  expect(shellKeys(phone.state).size).toBe(0);
});

/** The virtual phone's answers, but for what the program prints. */
function answering(
  source: Source,
  answer: (options: { readonly maxBytes: number }) => Output | Promise<Output>,
): Source {
  return {
    ...source,
    run: (command, options) =>
      command.join(" ").includes("app_process") ? Promise.resolve(answer(options)) : source.run(command, options),
  };
}

const output = (stdout: string, stderr = "", exitCode = 0): Output => ({
  stdout: new TextEncoder().encode(stdout),
  stderr: new TextEncoder().encode(stderr),
  exitCode,
});

test("hostile answers are refusals in one clean line", async () => {
  const block = "-----BEGIN CERTIFICATE-----\n%\n-----END CERTIFICATE-----\n";
  const garbage = [
    "",
    "end\n",
    "candor-attest/1\n",
    "end\ncandor-attest/1\n",
    `candor-attest/1\n${block.replace("%", "!!!!")}end\n`,
    `candor-attest/1\n${block.replace("%", "QUJDRA==")}end\n`,
    `candor-attest/1\n${block.replace("%", "MIIB").repeat(21)}end\n`,
    "candor-attest/1\n-----BEGIN CERTIFICATE-----\nend\n",
  ];
  await connected(async (source) => {
    for (const text of garbage)
      expect(
        await attestByDex(
          answering(source, () => output(text)),
          challenge,
        ),
        text,
      ).toEqual({
        refused: "What the phone answered is not what the program prints.",
        leftOnPhone: null,
      });
    const evil = `candor-attest/1\nerror \u001b[2J\u202e<script>${"x".repeat(5000)}\nend\n`;
    const { refused } = (await attestByDex(
      answering(source, () => output(evil)),
      challenge,
    )) as { refused: string };
    expect(refused).toMatch(/^The phone's key store attests no key: \[2J <script>x{280,300}…$/);
    expect(
      await attestByDex(
        answering(source, () => output("", "Aborted \n", 134)),
        challenge,
      ),
    ).toMatchObject({
      refused: "The phone did not run the program to its end: Aborted",
    });
    for (const [code, words] of [
      ["timeout", "The phone's key store did not answer within 30 seconds."],
      ["too-large", "What the phone answered is not what the program prints."],
    ] as const) {
      const ending = answering(source, () => Promise.reject(new DeviceError(code, "no")));
      expect(await attestByDex(ending, challenge)).toMatchObject({ refused: words, leftOnPhone: null });
    }
  });
  expect(await programsOnPhone()).toEqual([]);
});

test("a gigabyte is cut off at its limit, and the program goes", async () => {
  phone = createPhone("hostile", { now });
  expect(await connected((source) => attestByDex(source, challenge))).toEqual({
    refused: "What the phone answered is not what the program prints.",
    leftOnPhone: null,
  });
  expect(await programsOnPhone()).toEqual([]);
});

test("a phone that does not keep, take or give back the program is told, and one that cannot remove it, too", async () => {
  await connected(async (source) => {
    const keeping: Source = {
      ...source,
      run: async (command, options) =>
        command.join(" ").includes("rm -f") ? output("there\nend\n") : source.run(command, options),
    };
    const answer = await attestByDex(keeping, challenge);
    expect(answer.leftOnPhone).toMatch(/^\/data\/local\/tmp\/candor-attest-[0-9a-f]{32}\.dex$/);
    expect(answer).toMatchObject({ route: "app_process" });
  });
  await phone.state.files.change(tmp, { mode: 0o500 });
  expect(await connected((source) => attestByDex(source, challenge))).toMatchObject({
    refused: expect.stringMatching(/^The phone did not take the program: /),
  });
});

test("a key store that says nothing for a while is no phone that is gone", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    await connected(async (source) => {
      const word = Promise.withResolvers<void>();
      const slow: Source = {
        ...source,
        run: async (command, options) => {
          if (command[0] === "echo") word.resolve();
          if (!command.join(" ").includes("app_process")) return source.run(command, options);
          vi.advanceTimersByTime(14_000);
          await word.promise;
          return source.run(command, options);
        },
      };
      expect(await attestByDex(slow, challenge)).toMatchObject({ route: "app_process" });
      expect(vi.getTimerCount()).toBe(0);
    });
  } finally {
    vi.useRealTimers();
  }
});

test("the person can stop it, and the program goes all the same", async () => {
  const stop = new AbortController();
  await connected(async (source) => {
    const stopping = answering(source, async () => {
      stop.abort();
      throw new DeviceError("cancelled", "It was stopped.");
    });
    await expect(attestByDex(stopping, challenge, stop.signal)).rejects.toMatchObject({ code: "cancelled" });
    expect(await programsOnPhone()).toEqual([]);
    await expect(attestByDex(source, challenge, stop.signal)).rejects.toMatchObject({ code: "cancelled" });
  });
});

test("what is no phone, and no challenge, is refused", async () => {
  const file: Source = {
    kind: "capture",
    name: "x",
    takenAt: null,
    run: () => Promise.reject(),
    close: async () => {},
  };
  await expect(attestByDex(file, challenge)).rejects.toMatchObject({ code: "refused" });
  for (const length of [0, 129]) await expect(attestByDex(file, new Uint8Array(length))).rejects.toThrow(RangeError);
});

test("any text is an answer or a FormatError", () => {
  const line = fc.constantFrom(
    "candor-attest/1",
    "end",
    "error x",
    "note y",
    "-----BEGIN CERTIFICATE-----",
    "MIICAAAA",
    "-----END CERTIFICATE-----",
    "",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      try {
        const answer = readAttestAnswer(lines.join("\n"));
        expect("words" in answer ? answer.words.length : answer.certificates.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 2000 },
  );
});

test("what is said before it is agreed to fits what is done", () => {
  expect(Math.round(program.length / 1000)).toBe(6);
  expect(dexAttestationSteps.join(" ")).toContain("6 kB");
});

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
