import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../../src/report/csv.ts";

test("cells are separated and quoted as RFC 4180 has it", () => {
  expect(writeCsv([["a", "b,c", 'd"e', 1, true, null, "f;g"]])).toBe('a,"b,c","d""e",1,true,,"f;g"\r\n');
  expect(writeCsv([])).toBe("");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|calc", "\uff1d1", "\r=1"])(
  "%j is no formula any more",
  (text) => {
    const [cell = ""] = writeCsv([[text]]).split("\r\n");
    expect(cell).toMatch(/^"'/);
  },
);

test("any text stays one cell of one line, and begins no formula", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 30 }), { minLength: 1, maxLength: 5 }), (cells) => {
      const text = writeCsv([cells]);
      expect(text.split("\r\n")).toHaveLength(2);
      const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g;
      const read = [...text.matchAll(cell)].map(([, quoted, plain]) => quoted ?? plain ?? "");
      expect(read).toHaveLength(cells.length);
      for (const value of read) {
        expect(value).not.toMatch(/^\s*[=+\-@|%]/);
        expect(value).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }
    }),
  );
});
