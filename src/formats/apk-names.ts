/** How the name of an entry can be made to mislead. */
export type ApkNameMark =
  | "name-empty"
  | "name-invalid"
  | "name-long"
  | "name-repeated"
  | "name-leads-outside"
  | "name-file-as-folder"
  | "name-imitates"
  | "name-invisible-letters";

/** Longer ones stop tools that unpack to a disk. */
const maxComponent = 255;
// With the letters that fold to nothing and those that turn the direction of writing.
const invisible =
  /\u00ad|\u034f|\u061c|[\u115f\u1160]|[\u17b4\u17b5]|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u206f]|\u3164|[\ufe00-\ufe0f]|\ufeff|\uffa0/;
const special = /^(?:androidmanifest\.xml|resources\.arsc|classes\d{0,4}\.dex)$/;
const specialExactly = /^(?:AndroidManifest\.xml|resources\.arsc|classes\d{0,4}\.dex)$/;
/** Letters that look like Latin ones and are not: Cyrillic and Greek, as far as the special names need them. */
const lookAlikes = new Map(
  Object.entries({
    а: "a",
    с: "c",
    ԁ: "d",
    е: "e",
    һ: "h",
    і: "i",
    ј: "j",
    ӏ: "l",
    о: "o",
    р: "p",
    ѕ: "s",
    х: "x",
    у: "y",
  }).concat(Object.entries({ α: "a", ο: "o", ν: "v", ι: "i", ρ: "p", χ: "x", м: "m", т: "t", к: "k", ѵ: "v", ԝ: "w" })),
);

/**
 * Whether Android takes these bytes as a name: UTF-8 by its lead and continuation bytes, without NUL; what it encodes is
 * not looked at.
 *
 * AOSP system/libziparchive entry_name_utils-inl.h (IsValidEntryName).
 */
export function androidTakesName(bytes: Uint8Array): boolean {
  let more = 0;
  for (const byte of bytes) {
    if (more > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      more--;
    } else if (byte === 0 || (byte & 0xc0) === 0x80 || byte >= 0xfe) return false;
    else if (byte >= 0x80) more = Math.clz32(~(byte << 24)) - 1;
  }
  return more === 0;
}

/** What is odd about one name by itself; `ascii`: no byte of it is above 127. */
export function oddName(name: string, ascii: boolean, add: (kind: ApkNameMark, detail: string) => void): void {
  if (name === "") add("name-empty", "its name is empty");
  if (name.length > maxComponent && hasLongPart(name))
    add("name-long", `a part of its name is longer than ${maxComponent}`);
  if (leadsOutside(name)) add("name-leads-outside", "as a path it would lead out of the folder it is unpacked to");
  if (!ascii && invisible.test(name)) add("name-invisible-letters", "its name holds letters that nobody sees");
  if (name.length < 40 && !specialExactly.test(name) && special.test(ascii ? name.toLowerCase() : folded(name)))
    add("name-imitates", "its name looks like that of a file that Android reads");
}

function hasLongPart(name: string): boolean {
  let start = 0;
  while (start <= name.length) {
    const slash = name.indexOf("/", start);
    const end = slash < 0 ? name.length : slash;
    if (end - start > maxComponent) return true;
    start = end + 1;
  }
  return false;
}

/** Absolute, with a drive, with a backslash or with a part `..`. */
function leadsOutside(name: string): boolean {
  if (name.charCodeAt(0) === 0x2f || name.includes("\\") || /^[A-Za-z]:/.test(name)) return true;
  return name.includes("..") && /(?:^|\/)\.\.(?:\/|$)/.test(name);
}

/** The name as the eye reads it. */
function folded(name: string): string {
  const letters = name.normalize("NFKC").toLowerCase().replace(new RegExp(invisible, "g"), "");
  return [...letters]
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join("")
    .trim();
}

/** A name from the file as a message may hold it. */
export function shownName(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 119)}…` : name);
}
