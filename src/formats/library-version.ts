/** Names of what comes before a release, the earliest first; other words beside the numbers (jre, android, final) are the release itself. */
const before = ["alpha", "beta", "milestone", "cr", "rc", "snapshot"];

/**
 * Compares two versions of a library as Maven and the makers of native libraries write them: numbers as numbers, letters behind a number as
 * OpenSSL uses them (1.0.2 < 1.0.2a < 1.0.2z < 1.0.2za), and alpha, beta, rc before the release. Below zero where the first is older;
 * undefined where one of them does not begin with a number, or is too long to be one.
 */
export function compareLibraryVersions(a: string, b: string): number | undefined {
  const [one, two] = [parts(a), parts(b)];
  if (!one || !two) return undefined;
  for (let i = 0; i < Math.max(one.length, two.length); i++) {
    const difference = (one[i] ?? 0) - (two[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers that can be compared place by place; what comes before a release is below zero. */
function parts(version: string): readonly number[] | undefined {
  const text = version.trim().toLowerCase();
  if (text.length > 60 || !/^v?\d/.test(text)) return undefined;
  const found: number[] = [];
  for (const [piece] of text
    .replace(/^v/, "")
    .split("+")[0]
    ?.matchAll(/\d+|[a-z]+/g) ?? []) {
    if (/^\d/.test(piece)) found.push(Number(piece.slice(0, 15)));
    else if (before.includes(piece)) found.push(before.indexOf(piece) - before.length);
    else if (piece.length <= 2) found.push(letters(piece));
  }
  return found;
}

function letters(piece: string): number {
  const own = [...piece].map((each) => each.charCodeAt(0) - 96);
  return own.length === 1 ? (own[0] ?? 0) : 26 + (own[1] ?? 0);
}
