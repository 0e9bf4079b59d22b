import { expect, test } from "vitest";
import { DeviceError, FormatError } from "../../src/core/errors.ts";
import type { Output, Source } from "../../src/core/source.ts";
import { phoneFile } from "../../src/device/phone-file.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";
import { bigSize, smallPhone } from "../phone/small-phone.ts";

const big = "/data/local/tmp/big";

/** A phone with a large file whose byte at offset n is n modulo 251. */
function bigPhone(): Source {
  const phone = createPhone("stock");
  const { files } = smallPhone();
  phone.state.files.plant(big, { mode: 0o644, body: { size: bigSize, open: (offset) => files.open(big, offset) } });
  return phoneSource(phone);
}

function expected(offset: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (offset + i) % 251);
}

/** A phone that answers every command in one way. */
function answering(answer: (command: readonly string[]) => Partial<Output> | Error): Source & { commands: number } {
  const source = {
    kind: "phone" as const,
    name: "made",
    takenAt: null,
    commands: 0,
    async run(command: readonly string[]): Promise<Output> {
      source.commands++;
      const said = answer(command);
      if (said instanceof Error) throw said;
      return { stdout: new Uint8Array(), stderr: new Uint8Array(), exitCode: 0, ...said };
    },
    async close() {},
  };
  return source;
}

test("gives the bytes of any part, and transfers little more than that", async () => {
  const heard: number[] = [];
  const file = phoneFile(bigPhone(), big, bigSize, { onBytes: (bytes) => heard.push(bytes) });
  for (const [offset, length] of [
    [0, 8],
    [4095, 2],
    [4096, 4096],
    [12_345_678, 100_000],
    [bigSize - 22, 22],
    [bigSize - 1, 1],
  ] as const) {
    expect(await file.read(offset, length)).toEqual(expected(offset, length));
  }
  expect(await file.read(77, 0)).toEqual(new Uint8Array());
  expect(file.transferred).toBeLessThan(100_000 + 5 * 24_576);
  expect(heard.reduce((sum, bytes) => sum + bytes)).toBe(file.transferred);
});

test("does not ask again for what lies in an answer that it has", async () => {
  const source = answering(() => ({ stdout: expected(0, 16_384) }));
  const file = phoneFile(source, "/x", 20_000);
  await file.read(0, 8);
  await file.read(100, 15_000);
  expect(source.commands).toBe(1);
});

test("a part beyond the end is refused before the phone is asked", async () => {
  const source = answering(() => ({}));
  await expect(phoneFile(source, "/x", 100).read(90, 11)).rejects.toThrow(FormatError);
  await expect(phoneFile(source, "/x", 1e12).read(0, 1e10)).rejects.toThrow("too large");
  expect(source.commands).toBe(0);
});

test("a size that is a lie is found out", async () => {
  const source = bigPhone();
  await expect(phoneFile(source, big, bigSize + 9000).read(bigSize - 100, 200)).rejects.toThrow(FormatError);
  await expect(phoneFile(source, big, bigSize - 5000).read(bigSize - 5100, 50)).rejects.toThrow(
    /gave \d+ bytes of it where \d+ were asked for/,
  );
});

test("fewer and more bytes than were asked for are told apart from a limit", async () => {
  const short = answering(() => ({ stdout: new Uint8Array(7) }));
  await expect(phoneFile(short, "/x", 100).read(0, 8)).rejects.toThrow("gave 7 bytes of it where 100");
  const flood = answering(() => new DeviceError("too-large", "The answer is larger than the limit of 5 bytes."));
  await expect(phoneFile(flood, "/x", 100).read(0, 8)).rejects.toThrow(FormatError);
});

test("the phone's refusal is told in its own words", async () => {
  const file = phoneFile(bigPhone(), "/data/data/none.apk", 100);
  await expect(file.read(0, 8)).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("No such file or directory"),
  });
});

test("a phone that vanishes is no fault of the file", async () => {
  const gone = answering(() => new DeviceError("gone", "The phone was disconnected."));
  await expect(phoneFile(gone, "/x", 100).read(0, 8)).rejects.toMatchObject({ code: "gone" });
});

test("a phone without dd is asked in another way, from then on at once", async () => {
  const real = bigPhone();
  const asked: string[] = [];
  const source: Source = {
    ...real,
    run: async (command, limits) => {
      asked.push(command[2] ?? "");
      if (command[2]?.startsWith("dd ")) return { stdout: new Uint8Array(), stderr: new Uint8Array(), exitCode: 127 };
      return await real.run(command, limits);
    },
  };
  const file = phoneFile(source, big, bigSize);
  expect(await file.read(5000, 100)).toEqual(expected(5000, 100));
  expect(await file.read(bigSize - 10, 10)).toEqual(expected(bigSize - 10, 10));
  expect(asked.filter((script) => script.startsWith("dd "))).toHaveLength(1);
});

test("a path stays one argument, whatever it holds", async () => {
  const phone = createPhone("stock");
  const path = `/data/local/tmp/a b'$(echo x)";'.apk`;
  phone.state.files.plant(path, { mode: 0o644, body: expected(0, 300) });
  expect(await phoneFile(phoneSource(phone), path, 300).read(250, 50)).toEqual(expected(250, 50));
});
