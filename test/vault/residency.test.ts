import { expect, test } from "vitest";
import type { Place } from "../../src/vault/place.ts";
import { readPlaceAddress } from "../../src/vault/place-address.ts";
import { declaredRegion, regionWords, verifiedRegion } from "../../src/vault/place-region.ts";
import { mustBeWithin, outsideOf, readResidency, withinResidency } from "../../src/vault/residency.ts";
import { endpointRegion, regionCountry } from "../../src/vault/storage-regions.ts";

const now = new Date("2026-05-01T10:00:00Z");
const amazon = readPlaceAddress("s3:https://s3.eu-central-1.amazonaws.com/bucket");
const own = readPlaceAddress("s3:https://minio.example/bucket");

const bucket = (region: string, asked: string[] = []): Place =>
  ({
    name: "bucket",
    kind: "s3",
    bucketRegion: async () => region,
    put: async (kind: string) => void asked.push(`put ${kind}`),
    get: async (kind: string) => {
      asked.push(`get ${kind}`);
      return new Uint8Array();
    },
  }) as unknown as Place;

test("a region is known by the endpoint or by the user, and a contradiction is refused", () => {
  expect(declaredRegion(amazon, {}, now)).toEqual({
    ...{ country: "DE", operator: "Amazon", declaredBy: "endpoint", verified: null, at: "2026-05-01T10:00:00.000Z" },
  });
  expect(() => declaredRegion(amazon, { country: "FR" }, now)).toThrow("says that eu-central-1 is in DE");
  expect(() => declaredRegion(own, {}, now)).toThrow("Nobody said");
  expect(() => declaredRegion(own, { country: "Germany" }, now)).toThrow("is no country");
  expect(declaredRegion(own, { country: "de", operator: "Club" }, now)).toMatchObject({
    country: "DE",
    operator: "Club",
    declaredBy: "user",
  });
  expect(declaredRegion(readPlaceAddress("/srv"), {}, now)).toMatchObject({
    country: null,
    declaredBy: "this computer",
  });
});

test("only a known service, by its own name over TLS, verifies a region", async () => {
  const declared = declaredRegion(amazon, {}, now);
  const verified = await verifiedRegion(amazon, bucket("eu-central-1"), declared, now);
  expect(verified.verified).toContain("named eu-central-1 as the region of the bucket");
  expect(regionWords(verified)).toBe("DE, operated by Amazon (verified on 2026-05-01)");
  await expect(verifiedRegion(amazon, bucket("us-east-1"), declared, now)).rejects.toMatchObject({
    code: "refused",
    message: "Amazon says that the bucket is in us-east-1, which is in US; declared was DE.",
  });
  const club = declaredRegion(own, { country: "DE" }, now);
  expect((await verifiedRegion(own, bucket("eu-central-1"), club, now)).verified).toBeNull();
  expect(
    (await verifiedRegion(amazon, bucket("eu-central-1"), declared, now, { trust: "SHA256:mine" })).verified,
  ).toBeNull();
  const dav = readPlaceAddress("webdavs://host/x");
  const other = declaredRegion(dav, { country: "DE" }, now);
  expect(regionWords(await verifiedRegion(dav, bucket("de"), other, now))).toBe(
    "DE, operated by someone not named (declared, not verified)",
  );
});

test("endpoints are known by their whole name alone", () => {
  const country = (host: string): string | null => {
    const found = endpointRegion(host);
    return found?.region == null ? null : regionCountry(found.service, found.region);
  };
  expect(country("s3.fr-par.scw.cloud")).toBe("FR");
  expect(country("sos-at-vie-1.exo.io")).toBe("AT");
  expect(country("hel1.your-objectstorage.com")).toBe("FI");
  expect(country(`${"0a".repeat(16)}.eu.r2.cloudflarestorage.com`)).toBe("EU");
  expect(endpointRegion("s3.amazonaws.com")?.region).toBeNull();
  for (const host of [
    "x.execute-api.eu-central-1.amazonaws.com",
    "s3.eu-central-1.amazonaws.com.evil.example",
    "a.functions.fnc.fr-par.scw.cloud",
    "s3.eu-central-1.evilamazonaws.com",
  ])
    expect(endpointRegion(host)).toBeNull();
});

test("a rule keeps a vault in its countries, before the first byte", async () => {
  const europe = readResidency("EU/EEA");
  const inCountry = (country: string) => declaredRegion(own, { country }, now);
  for (const country of ["DE", "FR", "NO", "IS", "HR"]) expect(outsideOf(europe, inCountry(country))).toBeNull();
  for (const country of ["US", "CH", "GB", "CN"])
    expect(outsideOf(europe, inCountry(country))).toContain("may only lie in EU/EEA");
  expect(outsideOf(readResidency("EU"), inCountry("NO"))).not.toBeNull();
  expect(outsideOf(readResidency("ch, de"), inCountry("CH"))).toBeNull();
  expect(outsideOf(readResidency("EU", true), inCountry("DE"))).toContain("declared, not verified");
  expect(outsideOf(readResidency("EU", true), declaredRegion(readPlaceAddress("/srv"), {}, now))).toBeNull();
  for (const text of ["", "Europe", "EU;DE", "D"]) expect(() => readResidency(text)).toThrow("no rule of residency");

  const asked: string[] = [];
  let region = inCountry("DE");
  const guarded = withinResidency(bucket("", asked), europe, () => region);
  await guarded.put("data", "x", new Uint8Array());
  region = inCountry("US");
  await expect(guarded.put("data", "x", new Uint8Array())).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("Nothing was sent"),
  });
  await guarded.get("data", "x");
  expect(asked).toEqual(["put data", "get data"]);
  expect(() => mustBeWithin(europe, region)).toThrow("US");
});
