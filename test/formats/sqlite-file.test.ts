import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { columnsOf } from "../../src/formats/sqlite-columns.ts";
import { openSqlite, readTable, type SqliteFile } from "../../src/formats/sqlite-file.ts";
import type { SqliteValue } from "../../src/formats/sqlite-record.ts";
import { littleWork } from "../little-work.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** What SQLite itself writes. */
function written(fill: (database: DatabaseSync) => void): { bytes: Uint8Array; wal: Uint8Array | undefined } {
  const path = join(folder, `${count++}.db`);
  const database = new DatabaseSync(path);
  database.exec("PRAGMA synchronous=off");
  fill(database);
  const wal = database.prepare("PRAGMA journal_mode").get()?.["journal_mode"] === "wal";
  const before = { bytes: new Uint8Array(readFileSync(path)), wal: wal ? readFileSync(`${path}-wal`) : undefined };
  database.close();
  return before;
}

function rowsOf(file: SqliteFile, name: string, columns: readonly string[]) {
  const table = file.tables.get(name);
  if (!table) throw new Error(`no table ${name}`);
  const rows: (readonly SqliteValue[])[] = [];
  const { damaged } = readTable(file, table, columns, (values) => rows.push(values));
  return { rows, damaged };
}

test.each([
  ["UTF-8", 512],
  ["UTF-16le", 4096],
  ["UTF-16be", 65536],
])("rows of all kinds come back as SQLite wrote them, in %s with pages of %d bytes", (encoding, size) => {
  const values = [
    null,
    0,
    1,
    -1,
    127,
    -129,
    40_000,
    -9_000_000,
    2 ** 40,
    -(2 ** 52),
    1.5,
    -0.25,
    "",
    "naïve 漢字",
    "x".repeat(9000),
  ];
  const { bytes } = written((database) => {
    database.exec(`PRAGMA encoding='${encoding}'; PRAGMA page_size=${size}`);
    database.exec(
      'CREATE TABLE "a, b" (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, [v,w] ANY DEFAULT (1+(2)), blob BLOB)',
    );
    const insert = database.prepare('INSERT INTO "a, b" ([v,w], blob) VALUES (?, ?)');
    database.exec("BEGIN");
    for (let i = 0; i < 900; i++) insert.run(values[i % values.length] ?? null, new Uint8Array(i % 300).fill(i));
    database.exec("COMMIT");
  });
  const { rows, damaged } = rowsOf(openSqlite(bytes), "a, b", ["v,w", "id", "blob", "absent"]);
  expect(damaged).toBe(0);
  expect(rows).toHaveLength(900);
  for (const [i, [value, id, blob, absent]] of rows.entries()) {
    expect(value).toBe(values[i % values.length]);
    expect(id).toBe(i + 1);
    expect(blob).toEqual(new Uint8Array(i % 300).fill(i));
    expect(absent).toBeNull();
  }
});

test("columns that were added later are null in older rows, and deleted rows are gone", () => {
  const { bytes } = written((database) => {
    database.exec("CREATE TABLE t(a TEXT, b INTEGER, PRIMARY KEY(b)); INSERT INTO t VALUES('one', 7), ('two', 8)");
    database.exec("ALTER TABLE t ADD COLUMN c TEXT; INSERT INTO t VALUES('three', 9, 'new'); DELETE FROM t WHERE b=8");
  });
  expect(rowsOf(openSqlite(bytes), "t", ["a", "b", "c"]).rows).toEqual([
    ["one", 7, null],
    ["three", 9, "new"],
  ]);
});

test("what still lies in the write-ahead log is read with it, and is absent without it", () => {
  const { bytes, wal } = written((database) => {
    database.exec("PRAGMA journal_mode=wal; PRAGMA wal_autocheckpoint=0; CREATE TABLE t(a INTEGER)");
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const insert = database.prepare("INSERT INTO t VALUES(?)");
    for (let i = 0; i < 2000; i++) insert.run(i);
  });
  const all = Array.from({ length: 2000 }, (_, i) => [i]);
  expect(rowsOf(openSqlite(bytes, wal), "t", ["a"])).toEqual({ rows: all, damaged: 0 });
  expect(rowsOf(openSqlite(bytes), "t", ["a"])).toEqual({ rows: [], damaged: 0 });
  // A frame that does not check out ends the log: the transactions before it count.
  const broken = Uint8Array.from(wal ?? []);
  const middle = Math.floor(broken.length / 2);
  broken[middle] = (broken[middle] ?? 0) ^ 1;
  const { rows } = rowsOf(openSqlite(bytes, broken), "t", ["a"]);
  expect(rows.length).toBeGreaterThan(500);
  expect(rows.length).toBeLessThan(1500);
  expect(rows).toEqual(all.slice(0, rows.length));
});

test("statements are read as SQLite reads them", async () => {
  expect(
    columnsOf("CREATE TABLE t(a, -- one, two\n b INT /* x, ( */ , 'c d' DECIMAL(1,2), CHECK(a>1), primary key(a,b))"),
  ).toEqual({
    names: ["a", "b", "c d"],
    rowNumber: -1,
  });
  expect(columnsOf('create table `x`("PRIMARY" TEXT, `id` integer PRIMARY KEY)')).toEqual({
    names: ["PRIMARY", "id"],
    rowNumber: 1,
  });
  expect(columnsOf("CREATE TABLE t(id INT PRIMARY KEY)")?.rowNumber).toBe(-1);
  expect(columnsOf("CREATE TABLE t(id INTEGER PRIMARY KEY DESC)")?.rowNumber).toBe(-1);
  expect(columnsOf("CREATE TABLE t(a PRIMARY KEY) WITHOUT ROWID")).toBeUndefined();
  expect(columnsOf("CREATE VIRTUAL TABLE t USING fts5(a)")).toBeUndefined();
  await littleWork(() => {
    for (const text of ["[", '"a', "/*", "((", "'"]) columnsOf(`CREATE TABLE t(${text.repeat(30_000 / text.length)}`);
  });
});

const sample = written((database) => {
  database.exec("PRAGMA page_size=512; CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INTEGER)");
  const insert = database.prepare("INSERT INTO t(a,b) VALUES(?,?)");
  database.exec("BEGIN");
  for (let i = 0; i < 200; i++) insert.run("text ".repeat(i % 40 === 0 ? 600 : 3), i);
  database.exec("COMMIT");
}).bytes;

test("changed and cut databases give rows or a FormatError, and what is damaged is counted", () => {
  const change = fc.record({ at: fc.nat(sample.length - 1), value: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), fc.nat(sample.length), (changes, cut) => {
      const bytes = sample.slice(0, cut % 4 === 0 ? cut : undefined);
      for (const { at, value } of changes) if (at < bytes.length) bytes[at] = value;
      try {
        const file = openSqlite(bytes);
        for (const name of file.tables.keys()) rowsOf(file, name, ["id", "a", "b"]);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 400 },
  );
});

test("a tree that leads back to itself ends, and a page that two places share is counted", () => {
  const view = new DataView(sample.buffer);
  const table = openSqlite(sample).tables.get("t");
  if (!table) throw new Error("no table");
  const root = (table.root - 1) * 512;
  expect(sample[root]).toBe(5);
  const bytes = sample.slice();
  const pointer = root + view.getUint16(root + 12);
  new DataView(bytes.buffer).setUint32(pointer, table.root);
  const { rows, damaged } = rowsOf(openSqlite(bytes), "t", ["b"]);
  expect(damaged).toBe(1);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.length).toBeLessThan(200);
});
