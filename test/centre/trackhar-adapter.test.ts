import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { trackharReader } from "../../src/centre/trackhar-adapter.ts";
import { nodeUnpackers } from "../../src/device/node-unpackers.ts";
import type { SeenRequest } from "../../src/traffic/flow.ts";

const read = trackharReader(nodeUnpackers);

test("finds in a real record what TrackHAR found in it, with its reasons", async () => {
  const folder = join(import.meta.dirname, "../../../shared/traffic/tweasel/platform-qd");
  const har = JSON.parse(readFileSync(join(folder, "traffic.har.json"), "utf8")) as { log: { entries: Entry[] } };
  const told = JSON.parse(readFileSync(join(folder, "trackhar.json"), "utf8")) as (Told[] | null)[];
  let found = 0;
  for (const [i, { request }] of har.log.entries.entries()) {
    const { hits, notSearched } = await read(ofHar(request));
    expect(notSearched).toEqual([]);
    const expected = (told[i] ?? []).filter(({ value }) => !/^[0-]*$/.test(String(value)));
    // By their places: the record was made with an older TrackHAR, which called some by other names and took a header more for data.
    const now = hits.map(({ path }) => path);
    for (const { path } of expected.filter((one) => !one.path.startsWith("x-"))) expect(now).toContain(path);
    found += hits.length;
    for (const hit of hits) {
      expect(hit).toMatchObject({ by: "trackhar", known: null });
      expect(hit.reason).toMatch(/^TrackHAR \(/);
    }
  }
  expect(found).toBeGreaterThan(20);
});

test("a compressed body is read as it was meant", async () => {
  const folder = join(import.meta.dirname, "../../../shared/traffic/tweasel");
  const har = JSON.parse(readFileSync(join(folder, "first-run.har"), "utf8")) as { log: { entries: Entry[] } };
  const entry = har.log.entries.find(({ request }) => /graph\.facebook.*activities/.test(request.url));
  const request = ofHar((entry as Entry).request);
  const plain = await read(request);
  expect(plain.hits.map(({ kind }) => kind)).toContain("advertisingId");
  expect(await read({ ...request, body: gzipSync(request.body ?? new Uint8Array()) })).toEqual(plain);
});

test("too large a body is said; any body gives an answer", async () => {
  const request = { ...ofHar({ url: "https://graph.facebook.com/v16.0/1/activities", method: "POST", headers: [] }) };
  expect((await read({ ...request, body: new Uint8Array(600_000) })).notSearched.join()).toContain("512 KB");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), fc.string(), async (body, path) => {
      const { hits } = await read({ ...request, body, path: `${request.path}?${path}` });
      expect(Array.isArray(hits)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

interface Told {
  readonly path: string;
  readonly value: unknown;
}

interface Entry {
  readonly request: HarRequest;
}

interface HarRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly postData?: { readonly text: string };
}

function ofHar({ url, method, headers, postData }: HarRequest): SeenRequest {
  const { hostname, pathname, search } = new URL(url);
  const body = postData ? new TextEncoder().encode(postData.text) : null;
  const rest = { time: 0, scheme: "https", port: 443, cut: false, status: null } as const;
  return { ...rest, method, host: hostname, path: pathname + search, headers, body };
}
