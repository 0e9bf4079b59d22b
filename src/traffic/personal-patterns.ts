import type { Confidence } from "../core/check.ts";
import type { ContentView } from "./content-views.ts";
import { excerptOf } from "./excerpt.ts";
import { saysNothing } from "./known-spellings.ts";
import type { PersonalHit, PersonalKind } from "./personal-hit.ts";

/** One kind of personal data that its name and its form show, whosever it is. */
interface NamedPattern {
  readonly kind: PersonalKind;
  readonly property: string;
  /** The name in lower case with letters and digits only. */
  readonly name: RegExp;
  readonly value: (text: string) => boolean;
  /** A text of the length of a digest is one: the value itself is never so long. */
  readonly digests?: boolean;
  readonly confidence: Confidence;
}

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const digestText = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;
const mac = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;
const email = /^[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,24}$/i;
const token = /^[\w:.~+/=-]{8,2000}$/;
const looksLike = (form: RegExp) => (text: string) => form.test(text);

/** Names as public kits of advertising, analytics and crash reports write them; the first that fits is taken. */
const named: readonly NamedPattern[] = [
  {
    kind: "advertisingId",
    property: "gaid",
    name: /^(?:gaid|adid|aaid|idfa|ifa|rdid|gpsadid|googleaid|googleadid|(?:google|android)?advertis(?:ing|er)(?:tracking)?id)$/,
    value: looksLike(uuid),
    confidence: "likely",
  },
  {
    kind: "advertisingId",
    property: "oaid",
    name: /^(?:oaid|msaoaid)$/,
    value: looksLike(/^[0-9a-f-]{16,64}$/i),
    confidence: "likely",
  },
  {
    kind: "developerScopedId",
    property: "androidId",
    name: /^(?:androidid|ssaid|aid|deviceandroidid)$/,
    value: looksLike(/^[0-9a-f]{14,16}$/i),
    confidence: "likely",
  },
  { kind: "deviceId", property: "imei", name: /imei|^(?:deviceid|devid)$/, value: isImei, confidence: "likely" },
  {
    kind: "deviceId",
    property: "imei",
    name: /^(?:imei|imei[12]|imei(?:md5|sha1|sha256|hash)|md5imei|sha1imei)$/,
    value: looksLike(digestText),
    digests: true,
    confidence: "likely",
  },
  {
    kind: "deviceId",
    property: "serial",
    name: /^(?:serial|serialno|serialnumber|deviceserial|roserialno|hwserial)$/,
    value: looksLike(/^[\w/-]{6,40}$/),
    confidence: "possible",
  },
  {
    kind: "deviceId",
    property: "mac",
    name: /^(?:mac|macaddr|macaddress|wifimac|wlanmac|btmac|bluetoothmac|devicemac)$/,
    value: (text) => mac.test(text) || /^[0-9a-f]{12}$/i.test(text) || digestText.test(text),
    digests: true,
    confidence: "likely",
  },
  { kind: "network", property: "bssid", name: /bssid|routermac|apmac/, value: looksLike(mac), confidence: "likely" },
  {
    kind: "network",
    property: "ssid",
    name: /^(?:ssid|wifissid|wifiname|networkssid)$/,
    value: (text) => text.length >= 2 && text.length <= 40,
    confidence: "likely",
  },
  {
    kind: "phoneNumber",
    property: "phoneNumber",
    name: /^(?:phone|phonenumber|phoneno|mobile|mobilenumber|msisdn|tel|telephone|line1number|cellphone)$/,
    value: (text) => /^\+?[\d ()./-]{7,24}$/.test(text) && text.replace(/\D/g, "").length >= 7,
    confidence: "likely",
  },
  {
    kind: "emailAddress",
    property: "emailAddress",
    name: /mail|user|login|account/,
    value: isEmail,
    confidence: "likely",
  },
  { kind: "emailAddress", property: "emailAddress", name: /(?:)/, value: isEmail, confidence: "possible" },
  {
    kind: "pushToken",
    property: "pushToken",
    name: /^(?:pushtoken|fcmtoken|gcmtoken|registrationid|regid|devicetoken|firebasetoken|afgcmtoken)$/,
    value: looksLike(token),
    confidence: "likely",
  },
  {
    kind: "installationId",
    property: "installationId",
    name: /^(?:fid|instanceid|appinstanceid|installationid|installid|firebaseinstallationid|appsflyerid|clientuuid|anonid)$/,
    value: looksLike(token),
    confidence: "likely",
  },
  {
    kind: "userId",
    property: "userId",
    name: /^(?:userid|accountid|miid|customeruserid|memberid|loginid)$/,
    value: looksLike(/^[\w@.:-]{4,128}$/),
    confidence: "possible",
  },
  {
    kind: "otherIdentifier",
    property: "deviceId",
    name: /^(?:deviceid|devid|did|uuid|udid|deviceuuid|uniqueid|distinctid|hardwareid)$/,
    value: (text) => uuid.test(text) || /^[\w-]{14,128}$/.test(text),
    confidence: "possible",
  },
  {
    kind: "health",
    property: "health",
    name: /^(?:weight|weightkg|height|heightcm|bmi|bodyfat|heartrate|bloodpressure|bloodtype|glucose|pregnant|pregnancy|periodstart|cycleday|diagnosis|medication|symptoms?|steps)$/,
    value: (text) => text.length <= 200,
    confidence: "possible",
  },
  {
    kind: "deviceInfo",
    property: "model",
    name: /^(?:model|devicemodel|phonemodel|modelname|devicename|hwmodel)$/,
    value: (text) => /[a-z]/i.test(text) && text.length <= 100,
    confidence: "possible",
  },
  {
    kind: "deviceInfo",
    property: "osVersion",
    name: /^(?:osversion|osver|os|androidversion|miuiversion|sysver|osrelease|platformversion)$/,
    value: looksLike(/^[A-Z]?\d[\w.]{0,40}$/i),
    confidence: "possible",
  },
  {
    kind: "deviceInfo",
    property: "carrier",
    name: /^(?:carrier|carriername|operator|operatorname|simoperator|networkoperator|simcarrier|mccmnc)$/,
    value: (text) => text.length >= 2 && text.length <= 60,
    confidence: "possible",
  },
  {
    kind: "deviceInfo",
    property: "country",
    name: /^(?:country|countrycode|region|miuiregion|simcountry|r|cc)$/,
    value: looksLike(/^[A-Z]{2}$/i),
    confidence: "possible",
  },
];

/** Finds what the names and forms of values show to be personal. Each value is taken for one thing only. */
export function findPatterns(views: readonly ContentView[]): readonly PersonalHit[] {
  const hits = views.flatMap((view) => namedHit(view));
  return firstOf([...coordinateHits(views), ...listHits(views), ...hits]);
}

function namedHit(view: ContentView): readonly PersonalHit[] {
  const text = view.text?.trim();
  if (text === undefined || text === "" || text.length > 2_000 || view.place === "host" || saysNothing(text)) return [];
  if (view.place === "header" && quietHeaders.has(view.name.toLowerCase())) return [];
  const name = view.name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/^x(?=[a-z]{6})/, "");
  const pattern = named.find((one) => one.name.test(name) && one.value(text));
  if (!pattern) return [];
  const hit = patternHit(view, pattern.kind, pattern.property, pattern.confidence, excerptOf(text), name);
  return [pattern.digests && digestText.test(text) ? { ...hit, digest: digestByLength[text.length] ?? null } : hit];
}

const digestByLength: Readonly<Record<number, "md5" | "sha1" | "sha256">> = { 32: "md5", 40: "sha1", 64: "sha256" };

/** Headers that every client sends and that name the server or the content. */
const quietHeaders = new Set(["host", "content-type", "accept", "accept-language", "user-agent", "referer", "origin"]);

function patternHit(
  view: ContentView,
  kind: PersonalKind,
  property: string,
  confidence: Confidence,
  excerpt: string,
  name: string,
): PersonalHit {
  const reason =
    name === ""
      ? "Its form shows what it is."
      : "Its name and its form say so; whether it is the owner's is not known.";
  const { place, path, encoding } = view;
  return {
    kind,
    property,
    place,
    path,
    encoding,
    digest: null,
    confidence,
    by: "pattern",
    known: null,
    excerpt,
    reason,
    references: [],
  };
}

/** IMEI: 15 digits with a check digit by Luhn (3GPP TS 23.003 §6.2.1, annex B). */
function isImei(text: string): boolean {
  if (!/^\d{15}$/.test(text) || /^0{8}/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const digit = Number(text[i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

function isEmail(text: string): boolean {
  return text.length <= 254 && email.test(text) && !/\.(?:png|jpe?g|gif|webp|svg|js|css|html?)$/i.test(text);
}

/** At least three decimals, which is about 100 metres, and within the degrees that there are. */
function coordinate(text: string | undefined, limit: number): boolean {
  return (
    text !== undefined && /^-?\d{1,3}\.\d{3,20}$/.test(text) && Math.abs(Number(text)) <= limit && Number(text) !== 0
  );
}

const northNames = /^(?:lat|latitude|.{0,20}(?:_|\.)?(?:lat|latitude))$/i;

/** Latitude and longitude beside each other, by their names; or both in one text, by its name. */
function coordinateHits(views: readonly ContentView[]): readonly PersonalHit[] {
  const beside = new Map<string, ContentView>();
  const place = (view: ContentView, name: string) =>
    `${view.place} ${view.path.slice(0, -view.name.length || undefined)}${name}`;
  for (const view of views) if (coordinate(view.text, 180)) beside.set(place(view, view.name.toLowerCase()), view);
  return views.flatMap((view) => {
    if (both(view)) return [patternHit(view, "location", "location", "likely", "•••", view.name)];
    if (!northNames.test(view.name) || !coordinate(view.text, 90)) return [];
    const name = view.name.toLowerCase();
    const east = ["lon", "lng", "long", "longitude"]
      .map((end) => beside.get(place(view, name.replace(/lat(?:itude)?$/, end))))
      .find((other) => other !== undefined);
    if (!east) return [];
    return [
      patternHit(view, "location", "latitude", "likely", "•••", name),
      patternHit(east, "location", "longitude", "likely", "•••", name),
    ];
  });
}

function both({ name, text }: ContentView): boolean {
  if (text === undefined || !/^(?:ll|latlng|latlon|loc|location|geo|gps|coordinates?|position)$/i.test(name))
    return false;
  const [north, east, rest] = text.split(/[,;| ]+/, 3);
  return rest === undefined && coordinate(north, 90) && coordinate(east, 180);
}

const packageName =
  /^(?:com|org|net|io|de|cn|ru|in|me|app|eu|uk|co|jp|kr|fr|it|tv|info|air|us|br|id|android|miui|pl|es|dev)(?:\.[a-z][a-z0-9_]{0,60}){1,8}$/i;
const noPackage = /\.(?:com|net|org|html?|js|png|jpe?g|php|json|xml|gif|css|onclicklistener|exception|java|kt)$/i;

/** Five names of packages or more, in one list or in one text: more than the app that sends, its shop and its web view. */
function listHits(views: readonly ContentView[]): readonly PersonalHit[] {
  const lists = new Map<string, { view: ContentView; names: Set<string> }>();
  for (const view of views) {
    const text = view.text;
    if (
      text === undefined ||
      text.length > 100_000 ||
      (view.place !== "body" && view.place !== "query" && view.place !== "payload")
    )
      continue;
    const names = text.split(/[,;|\s]+/, 5_000).filter((name) => packageName.test(name) && !noPackage.test(name));
    if (names.length === 0) continue;
    const path = view.path.replace(/\[\d+\]/g, "[*]");
    // Crash reports name classes and methods, which are written as packages are.
    if (/stack|trace|frame|method|class|exception/i.test(path)) continue;
    const list = lists.get(`${view.place} ${path}`) ?? { view, names: new Set<string>() };
    for (const name of names) list.names.add(name);
    lists.set(`${view.place} ${path}`, list);
  }
  return [...lists.values()].flatMap(({ view, names }) => {
    if (names.size < 5) return [];
    const hit = patternHit(view, "installedApps", "installedApps", "likely", `${names.size} names of packages`, "");
    return [
      {
        ...hit,
        path: view.path.replace(/\[\d+\]/g, "[*]"),
        reason: "It is a list of names of packages, longer than one app needs of its own.",
      },
    ];
  });
}

/** One hit for each value, and one for what stands in a place both wrapped and unwrapped. */
function firstOf(hits: readonly PersonalHit[]): readonly PersonalHit[] {
  const byPlace = new Map<string, PersonalHit>();
  for (const hit of hits) {
    const key = `${hit.place} ${hit.path}`;
    if (!byPlace.has(key)) byPlace.set(key, hit);
  }
  return [...byPlace.values()].slice(0, 2_000);
}
