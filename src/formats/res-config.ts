import { bestLocale, canonicalLanguage, localeMatches, type ResLocale } from "./res-locale.ts";

/** What a resource is meant for: each field 0, "" or undefined where it says nothing (ResTable_config). */
export interface ResConfig {
  readonly mcc: number;
  readonly mnc: number;
  readonly locale: ResLocale | undefined;
  readonly orientation: number;
  readonly touchscreen: number;
  /** Dots per inch; 0xfffe = any (vector drawings), 0xffff = none. */
  readonly density: number;
  readonly keyboard: number;
  readonly navigation: number;
  readonly inputFlags: number;
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly sdk: number;
  readonly screenLayout: number;
  readonly uiMode: number;
  readonly smallestWidthDp: number;
  readonly widthDp: number;
  readonly heightDp: number;
  readonly screenLayout2: number;
  readonly colorMode: number;
  readonly grammaticalGender: number;
}

/** For whom a resource is looked up. What is left out is as on an ordinary phone held upright by day. */
export interface Wanted {
  /** BCP 47, for example `de-CH`; left out: the default texts, which carry no language. */
  readonly locale?: string;
  /** Dots per inch; 160 when left out. */
  readonly density?: number;
  /** API level of the phone; newer than any when left out. */
  readonly sdk?: number;
}

/** `Wanted` made ready for comparing. */
export interface Request {
  readonly locale: ResLocale | undefined;
  readonly config: ResConfig;
}

/** Density of drawings that fit every screen. */
export const anyDensity = 0xfffe;
const mediumDensity = 160;

/**
 * Reads the configuration that begins with its own size at `at`; fields that the file's version does not have yet say nothing.
 *
 * Layout: AOSP frameworks/base libs/androidfw/include/androidfw/ResourceTypes.h (ResTable_config).
 */
export function readConfig(view: DataView, at: number, end: number): ResConfig {
  const size = Math.min(at + 4 <= end ? view.getUint32(at, true) : 0, end - at);
  const u8 = (offset: number) => (offset < size ? view.getUint8(at + offset) : 0);
  const u16 = (offset: number) => (offset + 2 <= size ? view.getUint16(at + offset, true) : 0);
  const text = (offset: number, length: number) => {
    let letters = "";
    for (let n = 0; n < length && u8(offset + n) !== 0; n++) letters += String.fromCharCode(u8(offset + n));
    return letters;
  };
  const language = localePart(u8(8), u8(9), 0x61);
  const locale = { language, region: localePart(u8(10), u8(11), 0x30), script: text(36, 4), variant: text(40, 8) };
  return {
    mcc: u16(4),
    mnc: u16(6),
    locale: language === "" ? undefined : locale,
    orientation: u8(12),
    touchscreen: u8(13),
    density: u16(14),
    keyboard: u8(16),
    navigation: u8(17),
    inputFlags: u8(18),
    grammaticalGender: u8(19) & 0x03,
    screenWidth: u16(20),
    screenHeight: u16(22),
    sdk: u16(24),
    screenLayout: u8(28),
    uiMode: u8(29),
    smallestWidthDp: u16(30),
    widthDp: u16(32),
    heightDp: u16(34),
    screenLayout2: u8(48),
    colorMode: u8(49),
  };
}

/** Two bytes are two letters, or three letters or digits of 5 bits each, marked by the highest bit. */
function localePart(first: number, second: number, base: number): string {
  if (first === 0) return "";
  if ((first & 0x80) === 0) return String.fromCharCode(first, second);
  return String.fromCharCode(
    (second & 0x1f) + base,
    ((second & 0xe0) >> 5) + ((first & 0x03) << 3) + base,
    ((first & 0x7c) >> 2) + base,
  );
}

/** Makes a request of what is wanted. */
export function requestOf({ locale, density = mediumDensity, sdk = 10_000 }: Wanted): Request {
  const config: ResConfig = { ...ordinaryPhone, density, sdk };
  if (locale === undefined || locale === "") return { locale: undefined, config };
  const parts = locale.replaceAll("_", "-").split("-");
  const find = (pattern: RegExp) => parts.slice(1).find((part) => pattern.test(part)) ?? "";
  return {
    locale: {
      language: canonicalLanguage((parts[0] ?? "").toLowerCase()),
      region: find(/^(?:[A-Za-z]{2}|\d{3})$/).toUpperCase(),
      script: find(/^[A-Za-z]{4}$/),
      variant: find(/^(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3})$/),
    },
    config,
  };
}

const ordinaryPhone: ResConfig = {
  mcc: 0,
  mnc: 0,
  locale: undefined,
  orientation: 1,
  touchscreen: 3,
  density: mediumDensity,
  keyboard: 1,
  navigation: 1,
  inputFlags: 0,
  screenWidth: 320,
  screenHeight: 480,
  sdk: 10_000,
  // Normal size, long, left to right.
  screenLayout: 0x62,
  // A phone by day.
  uiMode: 0x11,
  smallestWidthDp: 320,
  widthDp: 320,
  heightDp: 480,
  screenLayout2: 0x01,
  colorMode: 0x05,
  grammaticalGender: 0,
};

/** Masks of the parts of a field that is compared part by part. */
const layout = { size: 0x0f, long: 0x30, direction: 0xc0 } as const;
const mode = { type: 0x0f, night: 0x30 } as const;

/** Whether a resource for `config` may be used at all (ResTable_config::match). */
export function configMatches(config: ResConfig, { locale, config: wanted }: Request): boolean {
  const equal = (value: number, expected: number) => value === 0 || value === expected;
  const atMost = (value: number, limit: number) => value === 0 || value <= limit;
  return (
    equal(config.mcc, wanted.mcc) &&
    equal(config.mnc, wanted.mnc) &&
    localeMatches(config.locale, locale) &&
    equal(config.grammaticalGender, wanted.grammaticalGender) &&
    equal(config.screenLayout & layout.direction, wanted.screenLayout & layout.direction) &&
    atMost(config.screenLayout & layout.size, wanted.screenLayout & layout.size) &&
    equal(config.screenLayout & layout.long, wanted.screenLayout & layout.long) &&
    equal(config.uiMode & mode.type, wanted.uiMode & mode.type) &&
    equal(config.uiMode & mode.night, wanted.uiMode & mode.night) &&
    atMost(config.smallestWidthDp, wanted.smallestWidthDp) &&
    equal(config.screenLayout2 & 0x03, wanted.screenLayout2 & 0x03) &&
    equal(config.colorMode & 0x03, wanted.colorMode & 0x03) &&
    equal(config.colorMode & 0x0c, wanted.colorMode & 0x0c) &&
    atMost(config.widthDp, wanted.widthDp) &&
    atMost(config.heightDp, wanted.heightDp) &&
    equal(config.orientation, wanted.orientation) &&
    equal(config.touchscreen, wanted.touchscreen) &&
    equal(config.keyboard, wanted.keyboard) &&
    keysMatch(config.inputFlags) &&
    equal(config.navigation, wanted.navigation) &&
    atMost(config.screenWidth, wanted.screenWidth) &&
    atMost(config.screenHeight, wanted.screenHeight) &&
    atMost(config.sdk, wanted.sdk)
  );
}

/** Keys are on the screen, which also counts as not hidden; other means of navigation are not hidden. */
function keysMatch(inputFlags: number): boolean {
  return (inputFlags & 0x03) !== 2 && (inputFlags & 0x0c) !== 8;
}

/** The number of a field where the higher one is the better one; 0, which says nothing, is the least. */
type Rank = (config: ResConfig) => number;
/** Android's order of importance, before and after the density. */
const beforeLocale: readonly Rank[] = [(c) => c.mcc, (c) => c.mnc];
const beforeDensity: readonly Rank[] = [
  (c) => c.grammaticalGender,
  (c) => c.screenLayout & layout.direction,
  (c) => c.smallestWidthDp,
  (c) => c.widthDp + c.heightDp,
  (c) => c.screenLayout & layout.size,
  (c) => c.screenLayout & layout.long,
  (c) => c.screenLayout2 & 0x03,
  (c) => c.colorMode & 0x03,
  (c) => c.colorMode & 0x0c,
  (c) => c.orientation,
  (c) => c.uiMode & mode.type,
  (c) => c.uiMode & mode.night,
];
const afterDensity: readonly Rank[] = [
  (c) => c.touchscreen,
  (c) => c.keyboard,
  (c) => c.navigation,
  (c) => c.screenWidth + c.screenHeight,
  (c) => c.sdk,
];

/** Above 0 where `a` suits better than `b`, below 0 the other way; both must match (ResTable_config::isBetterThan). */
export function compareConfigs(a: ResConfig, b: ResConfig, request: Request): number {
  return (
    ranked(beforeLocale, a, b) ||
    bestLocale(a.locale, b.locale, request.locale) ||
    ranked(beforeDensity, a, b) ||
    closerDensity(a.density, b.density, request.config.density) ||
    ranked(afterDensity, a, b)
  );
}

function ranked(ranks: readonly Rank[], a: ResConfig, b: ResConfig): number {
  for (const rank of ranks) {
    const difference = rank(a) - rank(b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Drawings for any density first; else the next larger one, as scaling down is held to be twice as good as scaling up. */
function closerDensity(a: number, b: number, wanted: number): number {
  if (a === b) return 0;
  const left = a || mediumDensity;
  const right = b || mediumDensity;
  if (left === right) return 0;
  if (left === anyDensity || right === anyDensity) return left === anyDensity ? 1 : -1;
  const target = wanted === 0 || wanted === anyDensity ? mediumDensity : wanted;
  const [low, high] = left < right ? [left, right] : [right, left];
  const higher = low < target && (2 * low - target) * high <= target * target;
  return higher === (left === high) ? 1 : -1;
}
