/** The columns of a table in their order, and which of them is another name of the row's number. */
export interface SqliteColumns {
  readonly names: readonly string[];
  /** Its place among the names, −1 where there is none: its value is left out of records. */
  readonly rowNumber: number;
}

/** Longer statements are none of those who log traffic. */
const maxStatement = 64 * 1024;

interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Reads `CREATE TABLE name (column type …, …)`; undefined for other statements, and for tables without row numbers.
 *
 * https://www.sqlite.org/lang_createtable.html
 */
export function columnsOf(statement: string): SqliteColumns | undefined {
  if (statement.length > maxStatement || !/^create\s+table\b/i.test(statement)) return undefined;
  const words = wordsOf(statement);
  const open = words.findIndex(isMark("("));
  if (open < 0 || /\)[^)]*\bwithout\s+rowid\b[^)]*$/i.test(statement)) return undefined;
  const parts = partsOf(words.slice(open + 1));
  const columns = parts.filter(([first]) => first && !isConstraint(first));
  return {
    names: columns.map(([first]) => first?.text ?? ""),
    rowNumber: columns.findIndex((column) => isInteger(column) && (isKey(column) || parts.some(keyOf(column)))),
  };
}

function isMark(mark: string): (word: Word) => boolean {
  return ({ text, quoted }) => text === mark && !quoted;
}

function isConstraint({ text, quoted }: Word): boolean {
  return !quoted && /^(?:primary|unique|check|foreign|constraint)$/i.test(text);
}

/** Only this very type makes a key the row's number. */
function isInteger([, type]: readonly Word[]): boolean {
  return type !== undefined && /^integer$/i.test(type.text);
}

function isKey(column: readonly Word[]): boolean {
  const words = column.map(({ text, quoted }) => (quoted ? "" : text.toUpperCase()));
  const key = words.indexOf("PRIMARY");
  return key > 0 && words[key + 1] === "KEY" && words[key + 2] !== "DESC";
}

/** Whether a part is `PRIMARY KEY (column)`. */
function keyOf([name]: readonly Word[]): (part: readonly Word[]) => boolean {
  return ([first, second, open, key, close]) =>
    first !== undefined &&
    isConstraint(first) &&
    /^primary$/i.test(first.text) &&
    /^key$/i.test(second?.text ?? "") &&
    open?.text === "(" &&
    key?.text.toLowerCase() === name?.text.toLowerCase() &&
    close?.text === ")";
}

/** What stands between the commas, up to the bracket that closes the list. */
function partsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  let depth = 0;
  for (const word of words) {
    if (isMark("(")(word)) depth++;
    if (isMark(")")(word) && --depth < 0) break;
    if (depth === 0 && isMark(",")(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

/** Each opens a stretch of text that ends with the other. */
const enclosed: readonly (readonly [string, string])[] = [
  ["--", "\n"],
  ["/*", "*/"],
  ['"', '"'],
  ["`", "`"],
  ["[", "]"],
  ["'", "'"],
];

/** Names, quoted or not, and marks; comments are left out. What is not closed ends the statement. */
function wordsOf(statement: string): readonly Word[] {
  const words: Word[] = [];
  const plain = /[(),]|[^\s"`[\]'(),]+/y;
  for (let at = 0; at < statement.length; ) {
    const pair = enclosed.find(([open]) => statement.startsWith(open, at));
    if (pair) {
      const [open, close] = pair;
      const end = statement.indexOf(close, at + open.length);
      if (end < 0) break;
      if (open.length === 1) words.push({ text: statement.slice(at + 1, end), quoted: true });
      at = end + close.length;
      continue;
    }
    plain.lastIndex = at;
    const text = plain.exec(statement)?.[0];
    if (text !== undefined) words.push({ text, quoted: false });
    at += text?.length ?? 1;
  }
  return words;
}
