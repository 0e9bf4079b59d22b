import type { Confidence } from "../core/check.ts";

/**
 * Classes of personal data. Identifiers are kept apart by what a person can do about them: an advertising id can be reset, an Android ID only
 * by resetting the phone, the hardware's (`deviceId`: IMEI, serial, MAC) never.
 */
export const personalKinds = [
  "advertisingId", // the same for all apps, can be reset: GAID, OAID
  "developerScopedId", // given by Android, another one for each developer: Android ID
  "deviceId", // of the hardware: IMEI, MEID, serial number, MAC
  "installationId", // of one installation of one app
  "userId", // account
  "otherIdentifier",
  "pushToken",
  "phoneNumber",
  "emailAddress",
  "contact", // of somebody else: out of the address book
  "location",
  "installedApps",
  "network", // name or address of the Wi-Fi
  "viewedPage", // page, search, screen of an app
  "appUsage", // which app was opened, when, for how long
  "health",
  "deviceInfo", // model, version, operator, country: no identifier alone, part of a fingerprint together
  "other",
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** In which part of a request; `payload` is what a flow sent that is no HTTP. */
export type PersonalPlace = "host" | "path" | "query" | "header" | "cookie" | "body" | "payload";

/** One step by which the value was wrapped. */
export type PersonalEncoding =
  | "url"
  | "base64"
  | "hex"
  | "gzip"
  | "deflate"
  | "zstd"
  | "br"
  | "utf-16"
  | "binary"
  | "md5"
  | "sha1"
  | "sha256"
  | "decimal";

/** One piece of personal data in one request. */
export interface PersonalHit {
  readonly kind: PersonalKind;
  /** Finer: `imei`, `serial`, `mac`, `gaid`, `oaid`, `androidId`, `latitude` …, or the property that TrackHAR names. */
  readonly property: string;
  readonly place: PersonalPlace;
  /** Where in it: name of the parameter, header or cookie, path into JSON (`H.instance_id`, `events[0].url`); outside text, "" for the whole. */
  readonly path: string;
  /** How the value was wrapped, outermost first; empty for plain text in a plain place. */
  readonly encoding: readonly PersonalEncoding[];
  /** Sent as this digest of the value and not as the value. */
  readonly digest: "md5" | "sha1" | "sha256" | null;
  readonly confidence: Confidence;
  /** `known-value`: it is a value of this phone or person; `pattern`: name and form say so; else by what knows the endpoint. */
  readonly by: "known-value" | "pattern" | "adapter" | "trackhar";
  /** Index into `PersonalSearch.values` of the known value; null for what is not known to be the owner's. */
  readonly known: number | null;
  /** The value with its middle left out: enough to find it again, too little to use it. Outside text. */
  readonly excerpt: string;
  /** Why it is taken for this: one sentence. */
  readonly reason: string;
  /** Sources of an adapter's reason. */
  readonly references: readonly string[];
}

/** What a search found, and what it could not look at; the second is never to be left out. */
export interface PersonalFindings {
  readonly hits: readonly PersonalHit[];
  /** For example "a body that is compressed with br and could not be read". */
  readonly notSearched: readonly string[];
}

/** A hit with the request of the flow that held it; null for the payload and for the name of the host. */
export interface FlowHit extends PersonalHit {
  readonly request: number | null;
}
