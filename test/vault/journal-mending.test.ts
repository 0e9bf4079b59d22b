import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../src/core/json.ts";
import { type BodySeal, type ChainEnd, chainStart, journalLine, readJournal } from "../../src/vault/journal-chain.ts";
import { mendJournal } from "../../src/vault/journal-mending.ts";

const mending = { file: "aside", at: "2026-11-22T12:00:00.000Z" };
const bodies = Array.from({ length: 6 }, (_, i): Json => ({ about: `entry ${i}`, list: [i, null, "ä"] }));

async function journal(seal: BodySeal = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  let end: ChainEnd = chainStart;
  for (const [i, body] of bodies.entries()) {
    const written = await journalLine(end, { at: `2026-11-2${i}T00:00:00.000Z`, kind: "test", body }, seal);
    lines.push(written.line);
    end = written.end;
  }
  return lines;
}

/** Mends and reads again: the mended journal is whole, whatever it was. */
async function mended(text: string, seal: BodySeal = {}) {
  const bytes = new TextEncoder().encode(text);
  const result = await mendJournal(bytes, await readJournal(bytes, seal), seal, mending);
  const again = await readJournal(new TextEncoder().encode(result.text), seal);
  expect(again.damage).toBeNull();
  expect(again.entries.map(({ head }) => head)).toEqual(result.entries.map(({ head }) => head));
  expect(again.end).toEqual(result.end);
  return result;
}

const bodiesOf = ({ entries }: { readonly entries: readonly { readonly body: Json | undefined }[] }) =>
  entries.map(({ body }) => body);

test("a line that is lost takes no other with it: numbers, times and bodies stay", async () => {
  const lines = [...(await journal())];
  lines[2] = (lines[2] ?? "").replace("entry 2", "entry X");
  const { lost, entries } = await mended(lines.join(""));
  expect(lost).toBe(1);
  expect(entries.map(({ head }) => [head.n, head.kind])).toEqual(
    bodies.map((_, n) => [n, n === 2 ? "damage" : "test"]),
  );
  expect(bodiesOf({ entries }).filter((_, i) => i !== 2)).toEqual(bodies.filter((_, i) => i !== 2));
  expect(entries[2]?.body).toMatchObject({ file: "aside", line: 3, reason: expect.stringContaining("not the one") });
  expect(entries[5]?.head.at).toBe("2026-11-25T00:00:00.000Z");
});

test("a last line that breaks off is lost; one that lacks only its end is not", async () => {
  const text = (await journal()).join("");
  expect((await mended(text.slice(0, -1))).lost).toBe(0);
  expect((await mended(text.slice(0, -2))).lost).toBe(1);
});

test("entries that were put in or taken out are not chained in with a wrong number", async () => {
  const lines = await journal();
  const without = [...lines.slice(0, 2), ...lines.slice(3)].join("");
  const { entries } = await mended(without);
  expect(entries.map(({ head }) => head.kind)).toEqual(["test", "test", "damage", "damage", "damage"]);
});

test("sealed lines are kept sealed, also while they cannot be opened", async () => {
  const rot = (text: string) => Buffer.from(text).toString("base64");
  const seal: BodySeal = {
    seal: async (text) => rot(text),
    open: async (text) => Buffer.from(text, "base64").toString(),
  };
  const lines = [...(await journal(seal))];
  lines[1] = "x\n";
  const { text, lost } = await mended(lines.join(""), { seal: async (plain) => rot(plain) });
  expect(lost).toBe(1);
  expect(text).not.toContain("entry");
  const opened = await readJournal(new TextEncoder().encode(text), seal);
  expect(opened.damage).toBeNull();
  expect(bodiesOf(opened).filter((_, i) => i !== 1)).toEqual(bodies.filter((_, i) => i !== 1));
});

test("any bytes in any place: the result is a whole journal that holds every entry before them", async () => {
  const text = (await journal()).join("");
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: text.length }),
      fc.nat({ max: 300 }),
      fc.string({ maxLength: 80 }),
      async (at, cut, put) => {
        const broken = text.slice(0, at) + put + text.slice(at + cut);
        const before = text.slice(0, at).split("\n").length - 1;
        const { entries } = await mended(broken);
        expect(bodiesOf({ entries }).slice(0, before)).toEqual(bodies.slice(0, before));
      },
    ),
    { numRuns: 200 },
  );
});
