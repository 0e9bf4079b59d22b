import { createHash } from "node:crypto";
import { AwsV4Signer } from "aws4fetch";
import { VaultError } from "../core/errors.ts";
import type { Place, PlaceCall, StoredFile, StoredKind } from "./place.ts";
import { type PlaceAddress, placeName } from "./place-address.ts";
import { failureOf, mostFileBytes, rangeBytes, rangeHeader, sizeOf } from "./place-answer.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import { type PlaceAnswer, type PlaceHttp, placeHttp } from "./place-http.ts";
import { type PlaceLimits, withRetries } from "./place-retry.ts";
import type { ServerTrust } from "./place-tls.ts";
import { endpointRegion } from "./storage-regions.ts";
import { storedFile, storedPath } from "./stored-path.ts";
import { readXmlAnswer, type XmlElement, xmlChildren, xmlText } from "./xml-answer.ts";

/** A place in a bucket, which also knows in which region the bucket is. */
export interface S3Place extends Place {
  /** The region that the service itself names for the bucket (GetBucketLocation, or `x-amz-bucket-region`). */
  bucketRegion(call?: PlaceCall): Promise<string>;
}

type S3Address = Extract<PlaceAddress, { kind: "s3" }>;

/**
 * A place in a bucket of S3 or of a service that speaks its protocol (Amazon S3 API Reference; requests are signed with Signature
 * Version 4, the content included).
 *
 * @throws VaultError `denied` without keys.
 */
export function s3Place(
  address: S3Address,
  credentials: PlaceCredentials,
  server: ServerTrust,
  limits?: PlaceLimits,
): S3Place {
  const { accessKey, secretKey, sessionToken } = credentials;
  if (accessKey === undefined || secretKey === undefined)
    throw new VaultError(
      "denied",
      "There is no access key for this S3 place.",
      "Set CANDOR_PLACE_ACCESS_KEY and CANDOR_PLACE_SECRET_KEY, or name a credentials file with access-key and secret-key.",
    );
  const base = new URL(address.endpoint);
  if (address.style === "host") base.hostname = `${address.bucket}.${base.hostname}`;
  const keys = {
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
  return new Bucket(address, base, keys, placeHttp(base, server, limits));
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

interface Asked extends PlaceCall {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly most: number;
  /** Statuses that are answers and no failures. */
  readonly good: readonly number[];
  readonly what: string;
}

class Bucket implements S3Place {
  readonly kind = "s3";
  readonly name: string;
  readonly #address: S3Address;
  readonly #base: URL;
  readonly #keys: Keys;
  readonly #http: PlaceHttp;
  #region: string;

  constructor(address: S3Address, base: URL, keys: Keys, http: PlaceHttp) {
    this.name = placeName(address);
    this.#address = address;
    this.#base = base;
    this.#keys = keys;
    this.#http = http;
    this.#region = address.region ?? regionOfHost(address.endpoint.hostname);
  }

  async *list(kind: StoredKind, call: PlaceCall = {}): AsyncGenerator<StoredFile> {
    if (kind === "config") {
      const bytes = await this.stat(kind, "", call);
      if (bytes !== null) yield { name: "config", bytes };
      return;
    }
    const prefix = this.#key(`${kind}/`);
    let token: string | undefined;
    for (let idle = 0; idle < 1000; ) {
      const page = await this.#page(prefix, token, call);
      for (const object of xmlChildren(page, "Contents")) {
        const name = xmlText(object, "Key")?.split("/").at(-1) ?? "";
        const file = storedFile(name, Number(xmlText(object, "Size") ?? Number.NaN));
        if (file !== null && xmlText(object, "Key") === this.#key(storedPath(kind, name))) yield file;
      }
      idle = xmlChildren(page, "Contents").length === 0 ? idle + 1 : 0;
      const next = xmlText(page, "NextContinuationToken");
      if (xmlText(page, "IsTruncated") !== "true") return;
      if (next === undefined || next === "" || next === token) break;
      token = next;
    }
    throw new VaultError("damaged", `${this.#base.host} gave a listing that does not end.`);
  }

  async get(kind: StoredKind, name: string, call: Parameters<Place["get"]>[2] = {}): Promise<Uint8Array> {
    const what = storedPath(kind, name);
    if (call.length === 0) return new Uint8Array(0);
    const headers = rangeHeader(call);
    const answer = await this.#ask("GET", what, { ...call, headers, most: mostFileBytes, good: [200, 206], what });
    return rangeBytes(answer, call, what);
  }

  async put(kind: StoredKind, name: string, body: Uint8Array, call: PlaceCall = {}): Promise<void> {
    const what = storedPath(kind, name);
    await this.#ask("PUT", what, { ...call, body, most: 65_536, good: [200, 201], what });
  }

  async delete(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<void> {
    const what = storedPath(kind, name);
    await this.#ask("DELETE", what, { ...call, most: 65_536, good: [200, 202, 204, 404], what });
  }

  async stat(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<number | null> {
    const what = storedPath(kind, name);
    const answer = await this.#ask("HEAD", what, { ...call, most: 65_536, good: [200, 404], what });
    return answer.status === 404 ? null : sizeOf(answer, what);
  }

  async bucketRegion(call: PlaceCall = {}): Promise<string> {
    const what = `bucket ${this.#address.bucket}`;
    const answer = await this.#ask("GET", null, { ...call, query: { location: "" }, most: 65_536, good: [200], what });
    const location = readXmlAnswer(text(answer));
    const said =
      location.name === "LocationConstraint" ? location.text.trim() : xmlText(location, "LocationConstraint");
    // The oldest regions of Amazon answer with nothing, and with a name of their own.
    const region = said === "" || said === undefined ? "us-east-1" : said === "EU" ? "eu-west-1" : said;
    const header = answer.headers["x-amz-bucket-region"];
    if (typeof header === "string" && header !== region)
      throw new VaultError("damaged", `${this.#base.host} names two regions for the bucket: ${region} and ${header}.`);
    return region;
  }

  async close(): Promise<void> {
    this.#http.close();
  }

  async #page(prefix: string, token: string | undefined, call: PlaceCall): Promise<XmlElement> {
    const more = token === undefined ? {} : { "continuation-token": token };
    const query = { "list-type": "2", "max-keys": String(this.#http.limits.page), prefix, ...more };
    const answer = await this.#ask("GET", null, { ...call, query, most: 8 << 20, good: [200], what: "listing" });
    const page = readXmlAnswer(text(answer));
    if (page.name !== "ListBucketResult")
      throw new VaultError("damaged", `${this.#base.host} answered with something other than a listing.`);
    return page;
  }

  /** The object's name in the bucket. */
  #key(path: string): string {
    return this.#address.prefix === "" ? path : `${this.#address.prefix}/${path}`;
  }

  /** @param path below the repository; null for the bucket itself. */
  async #ask(method: string, path: string | null, asked: Asked): Promise<PlaceAnswer> {
    const answer = await withRetries(this.#http.limits, asked.signal, async () => {
      const sent = await this.#http.ask({
        ...(await this.#signed(method, path, asked)),
        most: asked.most,
        signal: asked.signal,
      });
      if (sent.status === 429 || sent.status >= 500) throw this.#failure(sent, asked.what);
      return sent;
    });
    // A bucket that is not there is no file that is not there.
    if (asked.good.includes(answer.status) && errorOf(answer)?.code !== "NoSuchBucket") return answer;
    throw this.#failure(answer, asked.what);
  }

  async #signed(method: string, path: string | null, asked: Asked) {
    const url = new URL(this.#base);
    const parts = [
      ...(this.#address.style === "path" ? [this.#address.bucket] : []),
      ...(path === null ? [] : [this.#key(path)]),
    ];
    url.pathname = `/${parts.map((part) => part.split("/").map(encodeURIComponent).join("/")).join("/")}`;
    for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, value);
    // Signing writes a space as %20, and the query of a URL would write it as a plus.
    url.search = url.search.replaceAll("+", "%20");
    const digest = createHash("sha256")
      .update(asked.body ?? "")
      .digest("hex");
    const headers = { ...asked.headers, "x-amz-content-sha256": digest };
    const signer = new AwsV4Signer({
      ...this.#keys,
      method,
      url: url.href,
      headers,
      service: "s3",
      region: this.#region,
    });
    const signed = await signer.sign();
    return { method, url, headers: Object.fromEntries(signed.headers), body: asked.body };
  }

  #failure(answer: PlaceAnswer, what: string): VaultError {
    const host = this.#base.host;
    const error = errorOf(answer);
    const region = error?.region ?? String(answer.headers["x-amz-bucket-region"] ?? "");
    if (region !== "" && region !== this.#region && answer.status >= 300 && answer.status < 404)
      return new VaultError(
        "refused",
        `The bucket ${this.#address.bucket} is in the region ${region.slice(0, 40)}, and ${this.#region} was asked for.`,
        `If that is where it should be, name the endpoint of that region, or add ?region=${region.slice(0, 40)} to the address.`,
      );
    switch (error?.code) {
      case "NoSuchBucket":
        return new VaultError(
          "absent",
          `${host} has no bucket ${this.#address.bucket}.`,
          "Make the bucket first, in the region that you want.",
        );
      case "InvalidAccessKeyId":
      case "SignatureDoesNotMatch":
      case "ExpiredToken":
      case "InvalidToken":
        return new VaultError(
          "denied",
          `${host} does not accept the access key (${error.code}).`,
          "Are access key and secret key right?",
        );
      case "RequestTimeTooSkewed":
        return new VaultError("denied", `${host} says that the clock of this computer is wrong.`, "Set the clock.");
      case "QuotaExceeded":
        return new VaultError("unwritable", `${host} says that the place is full.`, "Make room there.");
    }
    return failureOf(answer, host, what, error?.code);
  }
}

function text(answer: PlaceAnswer): string {
  return Buffer.from(answer.body).toString("utf8");
}

/** The error document of S3; undefined for a good answer, or one that is none. */
function errorOf(answer: PlaceAnswer): { code: string; region: string | undefined } | undefined {
  if (answer.status < 300 || answer.body.length === 0) return undefined;
  try {
    const document = readXmlAnswer(text(answer));
    const region = xmlText(document, "Region");
    return { code: xmlText(document, "Code") ?? "", region: /^[a-zA-Z0-9-]+$/.test(region ?? "") ? region : undefined };
  } catch {
    return undefined;
  }
}

/** The region that requests are signed for, where the address names none: the one in the endpoint's name. */
function regionOfHost(host: string): string {
  if (host.endsWith("r2.cloudflarestorage.com")) return "auto";
  const label = /^(?:s3|sos)[.-]([a-z0-9-]+)\.[a-z0-9-]+\./.exec(host)?.[1];
  return endpointRegion(host)?.region ?? label ?? "us-east-1";
}
