import type { Unpackers } from "../formats/unpackers.ts";
import { latin1, readableText } from "../traffic/byte-text.ts";
import { excerptOf } from "../traffic/excerpt.ts";
import type { SeenRequest } from "../traffic/flow.ts";
import type { RequestReader } from "../traffic/flow-search.ts";
import type { PersonalFindings, PersonalHit, PersonalKind, PersonalPlace } from "../traffic/personal-hit.ts";

/** Larger bodies are not given to it: its JSONPath goes through them many times over. */
const mostBody = 512 * 1024;

/** What TrackHAR says of one value; its own types name packages that it does not ship. */
interface Told {
  readonly adapter: string;
  readonly property: string;
  readonly value: unknown;
  readonly context: PersonalPlace;
  readonly path: string;
  readonly reasoning: string;
}

/**
 * Asks TrackHAR (123 adapters for the endpoints of 32 companies, CC0) what a request holds. It is loaded when the first request comes, works
 * offline, and whatever it throws becomes a sentence in `notSearched`. https://github.com/tweaselORG/TrackHAR
 */
export function trackharReader(unpack: Unpackers): RequestReader {
  return async (request) => {
    if (request.body && request.body.length > mostBody)
      return { hits: [], notSearched: ["a body of more than 512 KB was not given to TrackHAR"] };
    const { processRequest } = await import("trackhar");
    const notSearched = new Set<string>();
    for (const content of await contents(request, unpack))
      try {
        const told = processRequest(asked(request, content)) as readonly Told[] | undefined;
        if (told && told.length > 0) return { hits: told.flatMap(hitsOf), notSearched: [] };
      } catch {
        notSearched.add("a request to an endpoint that TrackHAR knows has another layout than it expects");
      }
    return { hits: [], notSearched: [...notSearched] } satisfies PersonalFindings;
  };
}

/** The body as it may have been sent and, where it is compressed, as it was meant. */
async function contents({ body }: SeenRequest, unpack: Unpackers): Promise<readonly (string | undefined)[]> {
  if (!body || body.length === 0) return [undefined];
  const asSent = readableText(body) ?? latin1(body);
  if (body[0] !== 0x1f || body[1] !== 0x8b || !unpack.gzip) return [asSent];
  try {
    return [latin1(await unpack.gzip(body, mostBody)), asSent];
  } catch {
    return [asSent];
  }
}

function asked(request: SeenRequest, content: string | undefined) {
  const { method, host, path, port, scheme, headers, time } = request;
  const end = path.indexOf("?");
  const endpoint = `${scheme}://${host}${end < 0 ? path : path.slice(0, end)}`.replace(/\/$/, "");
  return {
    startTime: new Date(time ?? 0),
    method,
    host,
    path,
    endpointUrl: endpoint,
    ...(content === undefined ? {} : { content }),
    port: String(port),
    scheme,
    httpVersion: "HTTP/1.1",
    headers: headers.map(({ name, value }) => ({ name, value })),
    cookies: headers.filter(({ name }) => name.toLowerCase() === "cookie").flatMap(({ value }) => cookies(value)),
  };
}

function cookies(header: string): { name: string; value: string }[] {
  return header.split(";", 1_000).map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, Math.max(0, at)).trim(), value: pair.slice(at + 1).trim() };
  });
}

/** A list under one property, such as the interests of a person, becomes one hit. */
function hitsOf({ adapter, property, value, context, path, reasoning }: Told): readonly PersonalHit[] {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
  if (text === undefined || text === "" || text === "null" || /^[0-]*$/.test(text)) return [];
  const link = /^https?:/.test(reasoning) ? reasoning : undefined;
  return [
    {
      kind: kinds[property] ?? "other",
      property,
      place: context,
      path: path
        .replace(/^\$\.?/, "")
        .replace(/^(?:res\.)?(?:body|query|header|cookie|path)\.?/, "")
        .slice(0, 500),
      encoding: [],
      digest: null,
      confidence: "likely",
      by: "trackhar",
      known: null,
      excerpt: excerptOf(text),
      reason: `TrackHAR (${adapter}): ${link ? "shown by research on this endpoint" : reasoning}.`,
      references: ["https://github.com/tweaselORG/TrackHAR", ...(link ? [link] : [])],
    },
  ];
}

/** TrackHAR's properties by our classes; what is not named here is `other` (size of the window, reason of an error). */
const kinds: Readonly<Record<string, PersonalKind | undefined>> = {
  advertisingId: "advertisingId",
  hashedAdvertisingId: "advertisingId",
  developerScopedId: "developerScopedId",
  deviceId: "deviceId",
  macAddress: "deviceId",
  installationId: "installationId",
  userId: "userId",
  otherIdentifiers: "otherIdentifier",
  sessionId: "otherIdentifier",
  browserId: "otherIdentifier",
  pushNotificationToken: "pushToken",
  latitude: "location",
  longitude: "location",
  publicIp: "network",
  localIp: "network",
  viewedPage: "viewedPage",
  referer: "viewedPage",
  websiteUrl: "viewedPage",
  websiteName: "viewedPage",
  viewedPageCategory: "viewedPage",
  viewedPageKeywords: "viewedPage",
  viewedPageLanguage: "viewedPage",
  interactedElement: "appUsage",
  userAction: "appUsage",
  userActionSource: "appUsage",
  userActiveTime: "appUsage",
  timeSpent: "appUsage",
  sessionCount: "appUsage",
  sessionDuration: "appUsage",
  lastActivityTime: "appUsage",
  startTime: "appUsage",
  installTime: "appUsage",
  appId: "deviceInfo",
  appName: "deviceInfo",
  appVersion: "deviceInfo",
  architecture: "deviceInfo",
  batteryLevel: "deviceInfo",
  carrier: "deviceInfo",
  country: "deviceInfo",
  currency: "deviceInfo",
  deviceName: "deviceInfo",
  diskFree: "deviceInfo",
  diskTotal: "deviceInfo",
  diskUsed: "deviceInfo",
  isCharging: "deviceInfo",
  isEmulator: "deviceInfo",
  isRoaming: "deviceInfo",
  isRooted: "deviceInfo",
  language: "deviceInfo",
  manufacturer: "deviceInfo",
  model: "deviceInfo",
  networkConnectionType: "deviceInfo",
  osName: "deviceInfo",
  osVersion: "deviceInfo",
  ramFree: "deviceInfo",
  ramTotal: "deviceInfo",
  ramUsed: "deviceInfo",
  screenHeight: "deviceInfo",
  screenWidth: "deviceInfo",
  signalStrengthCellular: "deviceInfo",
  signalStrengthWifi: "deviceInfo",
  state: "location",
  timezone: "deviceInfo",
  uptime: "deviceInfo",
  userAgent: "deviceInfo",
};
