import { expect, test } from "vitest";
import { collect } from "../../src/core/collect.ts";
import { DeviceError, FormatError } from "../../src/core/errors.ts";
import { defineFact, notAnswered, reading } from "../../src/core/fact.ts";
import type { Source } from "../../src/core/source.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** A phone that answers from a table, and counts. */
function phone(answers: Record<string, string | Error>, exitCode: number | null = 0) {
  const asked: string[] = [];
  let running = 0;
  let most = 0;
  const source: Source = {
    kind: "phone",
    name: "test",
    takenAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    run: async (command) => {
      asked.push(command.join(" "));
      running++;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      const answer = answers[command.join(" ")];
      if (answer === undefined) throw new DeviceError("absent", "not held");
      if (answer instanceof Error) throw answer;
      return { stdout: encode(answer), stderr: encode(""), exitCode };
    },
    close: async () => {},
  };
  return { source, asked, most: () => most };
}

const first = defineFact({
  id: "first",
  about: "the first word",
  read: () => [["say"]],
  parse: ([text = ""]) => text.split(" ")[0],
});
const derived = defineFact({
  id: "derived",
  about: "its length",
  needs: { first },
  read: ({ first: word }) => [["measure", word ?? ""]],
  parse: ([text = ""], { first: word }) => ({ said: Number(text), word }),
});

test("facts build on facts, commands run once, evidence of both is kept", async () => {
  const { source, asked } = phone({ say: "hello there\n", "measure hello": "5\n" });
  const snapshot = await collect(source, [derived, first], { version: "1" });
  expect(snapshot.facts["derived"]).toEqual({
    state: "read",
    value: { said: 5, word: "hello" },
    from: ["say", "measure hello"],
  });
  expect(snapshot.takenAt).toBe("2026-01-02T03:04:05.000Z");
  expect(asked.toSorted()).toEqual(["measure hello", "say"]);
});

test("what a fact needs and cannot have makes it unknown, with the reason of the other", async () => {
  const { source } = phone({ say: "java.lang.SecurityException: no\n" });
  const { facts } = await collect(source, [derived], { version: "1" });
  expect(facts["derived"]).toMatchObject({ state: "unknown", code: "refused" });
  expect(JSON.stringify(facts["derived"])).toContain("SecurityException: no");
});

test("the second way is tried where the first fails, and the most telling failure is kept where both do", async () => {
  const fact = defineFact({
    id: "either",
    about: "either",
    read: () => [["a"]],
    parse: ([text = ""]) => text,
    otherwise: [
      reading({
        read: () => [["b"]],
        parse: ([text = ""]): string => {
          if (text === "odd\n") throw new FormatError("b", "odd");
          return text;
        },
      }),
    ],
  });
  const read = async (answers: Record<string, string>) =>
    (await collect(phone(answers).source, [fact], { version: "1" })).facts["either"];
  expect(await read({ b: "yes\n" })).toMatchObject({ state: "read", value: "yes\n" });
  expect(await read({})).toMatchObject({ state: "unknown", code: "absent" });
  expect(await read({ b: "odd\n" })).toMatchObject({ state: "unknown", code: "unknown-layout" });
});

test("the order in which answers arrive changes nothing", async () => {
  const words = defineFact({
    id: "words",
    about: "two words",
    read: () => [["slow"], ["quick"]],
    parse: (outputs) => outputs.join(""),
  });
  const read = async (late: string, fail: boolean) => {
    const source: Source = {
      kind: "phone",
      name: "test",
      takenAt: 0,
      run: async ([name = ""]) => {
        await new Promise((resolve) => setTimeout(resolve, name === late ? 5 : 0));
        if (fail) throw new DeviceError("refused", name);
        return { stdout: encode(`${name}\n`), stderr: encode(""), exitCode: 0 };
      },
      close: async () => {},
    };
    return (await collect(source, [words], { version: "1" })).facts["words"];
  };
  for (const late of ["slow", "quick"]) {
    expect(await read(late, false)).toEqual({ state: "read", value: "slow\nquick\n", from: ["slow", "quick"] });
    expect(await read(late, true)).toMatchObject({ code: "refused", reason: "slow" });
  }
});

test("at most `parallel` commands run at the same time", async () => {
  const answers = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c ${i}`, "x\n"]));
  const { source, most, asked } = phone(answers);
  const facts = Object.keys(answers).map((line, i) =>
    defineFact({ id: `f${i}`, about: line, read: () => [line.split(" ")], parse: ([text = ""]) => text }),
  );
  await collect(source, facts, { version: "1", parallel: 3 });
  expect(asked).toHaveLength(30);
  expect(most()).toBe(3);
});

test.each([
  ["an exit code that is no success", "text\n", 1, "refused"],
  ["a listed exit code", "text\n", 7, undefined],
  ["no final newline", "text", 0, "cut-off"],
  ["nothing", "", 0, "refused"],
  ["NULs", "a\0b\n", 0, "unknown-layout"],
  ["an unknown exit code", "text\n", null, undefined],
  ["a long answer that quotes a refusal further down", `${"x\n".repeat(400)}Can't find service: y\n`, 0, undefined],
])("%s", async (_, stdout, exitCode, code) => {
  const fact = defineFact({
    id: "f",
    about: "f",
    read: () => [{ run: ["c"], exitCodes: [7] }],
    parse: ([text = ""]) => text,
  });
  const { facts } = await collect(phone({ c: stdout }, exitCode).source, [fact], { version: "1" });
  expect(facts["f"]).toMatchObject(code ? { state: "unknown", code } : { state: "read", value: stdout });
});

test("all answers together have a limit; what is small is read all the same", async () => {
  const answers = { a: `${"x".repeat(60)}\n`, b: `${"y".repeat(60)}\n`, c: "z\n" };
  const facts = Object.keys(answers).map((id) =>
    defineFact({ id, about: id, read: () => [[id]], parse: ([text = ""]) => text }),
  );
  const snapshot = await collect(phone(answers).source, facts, { version: "1", maxTotalBytes: 100 });
  expect(Object.values(snapshot.facts).map((fact) => (fact.state === "read" ? "read" : fact.code))).toEqual([
    "read",
    "too-large",
    "read",
  ]);
});

test("a fault in a parser is a fault, not an unknown", async () => {
  const broken = defineFact({
    id: "broken",
    about: "broken",
    read: () => [["c"]],
    parse: () => {
      throw new TypeError("a bug");
    },
  });
  await expect(collect(phone({ c: "x\n" }).source, [broken], { version: "1" })).rejects.toThrow("a bug");
});

test("an optional command may be refused, unless all are", async () => {
  const fact = defineFact({
    id: "users",
    about: "each user's word",
    read: () => [["a"], { run: ["b"], optional: true }],
    parse: (outputs) => outputs.map((output) => (output === notAnswered ? null : output.trim())),
  });
  const read = async (answers: Record<string, string | Error>) =>
    (await collect(phone(answers).source, [fact], { version: "1" })).facts["users"];
  const no = "java.lang.SecurityException: Shell does not have permission to access user 150\n";
  expect(await read({ a: "one\n", b: "two\n" })).toMatchObject({ state: "read", value: ["one", "two"] });
  expect(await read({ a: "one\n", b: no })).toMatchObject({ state: "read", value: ["one", null] });
  expect(await read({ a: no, b: "two\n" })).toMatchObject({ state: "unknown", code: "refused" });
  expect(await read({ a: "one\n", b: new DeviceError("gone", "away") })).toMatchObject({
    state: "unknown",
    code: "gone",
  });
});
