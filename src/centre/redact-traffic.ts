import { randomBytes } from "node:crypto";
import { DeviceError } from "../core/errors.ts";
import { nodeCrypto } from "../device/node-crypto.ts";
import { nodeUnpackers } from "../device/node-unpackers.ts";
import { preparePersonalSearch } from "../traffic/personal-search.ts";
import { redact, sharedHar } from "../traffic/redact.ts";
import { trackharReader } from "./trackhar-adapter.ts";
import type { JudgedTraffic } from "./traffic-report.ts";
import { version } from "./version.ts";

/**
 * A record that can be shown to others, as text: what is personal and can be found is replaced by pseudonyms of this one text. As HAR where
 * `out` ends in `.har`, as `candor.traffic/1` otherwise.
 *
 * @throws DeviceError `unreadable` where it is not one record: pseudonyms of several would have to be compared by hand
 */
export async function redactedRecord({ opened, known }: JudgedTraffic, out: string): Promise<string> {
  const [first, ...others] = opened.records;
  if (first === undefined || others.length > 0)
    throw new DeviceError("unreadable", `${opened.records.length} records were given.`, "Redact one record at a time.");
  const search = await preparePersonalSearch(known, { crypto: nodeCrypto, unpack: nodeUnpackers });
  const shared = await redact(first.record, search, randomBytes(32), [trackharReader(nodeUnpackers)]);
  return `${JSON.stringify(/\.har$/i.test(out) ? sharedHar(shared, version) : shared, null, 1)}\n`;
}
