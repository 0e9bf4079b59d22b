import { isoTime } from "./iso-time.ts";
import { numberIn, textIn } from "./json-member.ts";
import { addLogged, demandSome } from "./logged-question.ts";
import { eachLine } from "./text-lines.ts";

const format = "ios privacy report";

/** One domain that an app contacted. */
export interface IosContact {
  readonly line: number;
  readonly domain: string;
  readonly bundle: string;
  /** Epoch milliseconds. */
  readonly first: number | null;
  readonly last: number | null;
  readonly hits: number | null;
}

/**
 * Reads the networks' part of the App Privacy Report of iOS (JSON lines, `type: networkActivity`). What apps accessed stands in it as well and is
 * passed over.
 *
 * @throws FormatError where none of its lines can be read
 * https://developer.apple.com/documentation/network/inspecting-app-activity-data
 */
export async function readIosPrivacyReport(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly contacts: readonly IosContact[]; readonly unreadable: number }> {
  const contacts: IosContact[] = [];
  let unreadable = 0;
  let accesses = 0;
  await eachLine(chunks, format, (line, number) => {
    if (line.trim() === "") return;
    const row = parse(line);
    const domain = textIn(row, "domain");
    const bundle = textIn(row, "bundleID");
    if (textIn(row, "type") === "access") accesses++;
    else if (domain === null || bundle === null) unreadable++;
    else addLogged(contacts, { line: number, domain, bundle, ...whenOf(row) }, format);
  });
  if (accesses === 0) demandSome(contacts, unreadable, format);
  return { contacts, unreadable };
}

function whenOf(row: unknown) {
  return {
    first: isoTime(textIn(row, "firstTimeStamp") ?? ""),
    last: isoTime(textIn(row, "timeStamp") ?? ""),
    hits: numberIn(row, "hits"),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
