import fc from "fast-check";
import { expect, test } from "vitest";
import { base64 } from "../../src/formats/base64.ts";

test("what is encoded comes back, with padding and without", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(base64(text)).toEqual(bytes);
      expect(base64(text.replaceAll("=", ""))).toEqual(bytes);
    }),
  );
});

test("any text is taken or refused as atob does", () => {
  const letters = fc.constantFrom(..."ABCab019+/==-_é\u1234");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      let expected: Uint8Array | undefined;
      try {
        expected = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      } catch {
        expected = undefined;
      }
      expect(base64(text)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
