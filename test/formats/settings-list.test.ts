import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseSettingsList } from "../../src/formats/settings-list.ts";

test("values may span lines, hold equals signs and be empty", () => {
  expect(parseSettingsList("a=1\nb=x=y\nc=\nd=one\n two\n\nthree\n")).toEqual({
    a: "1",
    b: "x=y",
    c: "",
    d: "one\n two\n\nthree",
  });
});

test("prototype keys are plain names", () => {
  const settings = parseSettingsList("__proto__=1\nconstructor=2\n");
  expect(Object.keys(settings)).toEqual(["__proto__", "constructor"]);
});

test("a name that stands twice with different values is told as neither", () => {
  expect(parseSettingsList("adb_enabled=1\nnote=x\nadb_enabled=0\nz=1\n")).toEqual({ note: "x", z: "1" });
  expect(parseSettingsList("a=1\na=1\n")).toEqual({ a: "1" });
});

test("what begins with no setting is refused", () => {
  for (const text of ["nothing here\n", "", "=1\n", "Unknown namespace\nx=1\n"])
    expect(() => parseSettingsList(text)).toThrow(FormatError);
});

test("any text gives settings or a FormatError", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        parseSettingsList(text);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});
