import type { XmlElement } from "../apk/axml-writer.ts";
import { type Rgba, writePng } from "../apk/png-writer.ts";
import type { ResValue } from "../apk/res-chunk.ts";
import { writePlainWebp } from "../apk/webp-writer.ts";
import type { IconSpec } from "../apk/write-apk.ts";
import { hash } from "../state/package-state.ts";

/** An icon, and what of it lies in the part of the app for the phone's screen, where the app has one. */
export interface MadeIcon {
  readonly base: IconSpec;
  readonly screen: IconSpec | null;
}

/**
 * An icon for an app, of the kinds that real ones are of: two layers that are drawn, a bitmap before or behind, bitmaps alone as before
 * Android 8. The same app has the same icon; what it shows is invented.
 *
 * @param split whether the bitmaps lie in a part of their own, as shops deliver them
 */
export function iconFor(name: string, label: string, split: boolean): MadeIcon {
  const number = Number.parseInt(hash(name).slice(-6), 16);
  const [light, dark] = colours[number % colours.length] ?? [0xff5c6bc0, 0xff3949ab];
  const words = `${label} ${name}`.toLowerCase();
  const known = motifs.find(({ about }) => about.test(words));
  const path = (known ?? motifs[number % motifs.length])?.path ?? "";
  if (split) return splitIcon(light, dark);
  const kind = Math.floor(number / 16) % 5;
  const icons = [drawn, shaded, overWebp, bitmaps, drawn] as const;
  return { base: (icons[kind] ?? drawn)(path, light, dark), screen: null };
}

/** Two shades each, as 0xaarrggbb. */
const colours: readonly (readonly [light: number, dark: number])[] = [
  [0xff42a5f5, 0xff1565c0],
  [0xff66bb6a, 0xff2e7d32],
  [0xffffa726, 0xffe65100],
  [0xffef5350, 0xffb71c1c],
  [0xffab47bc, 0xff6a1b9a],
  [0xff26a69a, 0xff00695c],
  [0xff5c6bc0, 0xff283593],
  [0xffec407a, 0xff880e4f],
  [0xff78909c, 0xff37474f],
];

/** Signs within the middle of 108 units, and what apps they go with. */
const motifs: readonly { readonly about: RegExp; readonly path: string }[] = [
  {
    about: /weather|forecast|sun/,
    path: "M54,38a16,16 0 1,1 -0.1,0zM51,24h6v9h-6zM51,75h6v9h-6zM24,51h9v6h-9zM75,51h9v6h-9z",
  },
  { about: /torch|flash|charge|clean|turbo/, path: "M58,24L36,60h15l-3,24 24,-36H57z" },
  { about: /guard|secur|lock|protect/, path: "M54,24l24,9v17c0,16 -10,28 -24,34 -14,-6 -24,-18 -24,-34V33z" },
  { about: /chat|whats|message|mail|outlook|talk/, path: "M30,32h48v34H52l-12,14V66H30z" },
  { about: /music|spotify|shazam|audio|radio/, path: "M46,30l28,-6v40a9,9 0 1,1 -6,-8V39l-16,4v29a9,9 0 1,1 -6,-8z" },
  { about: /shop|coupon|bargain|pay|bank/, path: "M32,30h24l24,24 -24,24 -24,-24zM42,36a5,5 0 1,0 0.1,0z" },
  { about: /photo|camera|gallery|insta/, path: "M30,36h12l5,-7h14l5,7h12v40H30zM54,44a12,12 0 1,0 0.1,0z" },
  { about: /fit|health|heart/, path: "M54,82C20,58 28,30 43,30c6,0 9,4 11,8 2,-4 5,-8 11,-8 15,0 23,28 -11,52z" },
  { about: /game|candy|play|star/, path: "M54,24l9,20 22,2 -17,14 5,22 -19,-12 -19,12 5,-22 -17,-14 22,-2z" },
  {
    about: /map|train|book|navig|travel/,
    path: "M54,24c14,0 22,10 22,22 0,16 -22,38 -22,38S32,62 32,46c0,-12 8,-22 22,-22zM54,38a9,9 0 1,0 0.1,0z",
  },
  {
    about: /read|learn|news|duo|browser/,
    path: "M28,32c10,-3 18,-2 26,4 8,-6 16,-7 26,-4v40c-10,-3 -18,-2 -26,4 -8,-6 -16,-7 -26,-4z",
  },
];

const float = (number: number): ResValue => ({ float: number });
const colour = (argb: number): ResValue => ({ colour: argb });
const white = 0xffffffff;

/** `res/mipmap-anydpi-v26`: the two layers, by their names. */
function adaptive(back: string, front: string): IconSpec["files"][string] {
  const layer = (name: string, drawable: string, id: (name: string) => number): XmlElement => ({
    name,
    attributes: { "android:drawable": { reference: id(drawable) } },
  });
  return (id) => ({
    name: "adaptive-icon",
    children: [layer("background", back, id), layer("foreground", front, id)],
  });
}

const anyDensity = 0xfffe;
const paths = {
  icon: "res/mipmap-anydpi-v26/ic_launcher.xml",
  back: "res/drawable/icon_back.xml",
  front: "res/drawable/icon_front.xml",
} as const;
const names = { back: "drawable/icon_back", front: "drawable/icon_front", shade: "drawable/icon_shade" } as const;
const values = [{ density: anyDensity, sdk: 26, path: paths.icon }];

function vector(fill: ResValue, path: string): XmlElement {
  return {
    name: "vector",
    attributes: {
      "android:width": { dp: 108 },
      "android:height": { dp: 108 },
      "android:viewportWidth": float(108),
      "android:viewportHeight": float(108),
    },
    children: [
      {
        name: "group",
        attributes: {
          "android:pivotX": float(54),
          "android:pivotY": float(54),
          "android:scaleX": float(0.8),
          "android:scaleY": float(0.8),
        },
        children: [
          {
            name: "path",
            attributes: { "android:fillColor": fill, "android:pathData": path, "android:fillType": 1 },
          },
        ],
      },
    ],
  };
}

/** A shape that gets darker downwards, behind a sign. */
function drawn(path: string, light: number, dark: number): IconSpec {
  const gradient = {
    name: "gradient",
    attributes: { "android:startColor": colour(dark), "android:endColor": colour(light), "android:angle": 90 },
  };
  return {
    values,
    drawables: { [names.back]: [{ path: paths.back }], [names.front]: [{ path: paths.front }] },
    files: {
      [paths.icon]: adaptive(names.back, names.front),
      [paths.back]: () => ({ name: "shape", children: [gradient] }),
      [paths.front]: () => vector(colour(white), path),
    },
  };
}

/** A colour behind a sign whose own colour goes over into another, which stands in a file of its own. */
function shaded(path: string, light: number, dark: number): IconSpec {
  const shade = "res/drawable/icon_shade.xml";
  return {
    values,
    drawables: {
      [names.back]: [{ path: paths.back }],
      [names.front]: [{ path: paths.front }],
      [names.shade]: [{ path: shade }],
    },
    files: {
      [paths.icon]: adaptive(names.back, names.front),
      [paths.back]: () => ({ name: "color", attributes: { "android:color": colour(0xfff5f5f5) } }),
      [paths.front]: (id) => vector({ reference: id(names.shade) }, path),
      [shade]: () => ({
        name: "gradient",
        attributes: {
          "android:startX": float(24),
          "android:startY": float(24),
          "android:endX": float(84),
          "android:endY": float(84),
          "android:startColor": colour(light),
          "android:endColor": colour(dark),
        },
      }),
    },
  };
}

/** A bitmap behind a sign. */
function overWebp(path: string, _light: number, dark: number): IconSpec {
  const back = "res/drawable-xhdpi-v4/icon_back.webp";
  return {
    values,
    drawables: { [names.back]: [{ density: 320, path: back }], [names.front]: [{ path: paths.front }] },
    files: {
      [paths.icon]: adaptive(names.back, names.front),
      [back]: writePlainWebp(216, dark & 0xffffff),
      [paths.front]: () => vector(colour(white), path),
    },
  };
}

/** Bitmaps for several screens, as before Android 8. */
function bitmaps(_path: string, light: number, dark: number): IconSpec {
  const screens = [
    [160, 48, "mdpi"],
    [320, 96, "xhdpi"],
  ] as const;
  const path = (name: string) => `res/mipmap-${name}-v4/ic_launcher.png`;
  return {
    values: screens.map(([density, , name]) => ({ density, path: path(name) })),
    files: Object.fromEntries(screens.map(([, side, name]) => [path(name), disc(side, light, dark, 0.46)])),
  };
}

/** A colour behind a bitmap, and the bitmap in the part for the screen. */
function splitIcon(light: number, dark: number): MadeIcon {
  const front = "res/drawable-xxhdpi-v4/icon_front.png";
  const base: IconSpec = {
    values,
    drawables: { [names.back]: [{ path: paths.back }], [names.front]: [] },
    files: {
      [paths.icon]: adaptive(names.back, names.front),
      [paths.back]: () => ({ name: "color", attributes: { "android:color": colour(dark) } }),
    },
  };
  const screen: IconSpec = {
    values: [],
    drawables: { [names.front]: [{ density: 480, path: front }] },
    files: { [front]: disc(108, white, light, 0.22) },
  };
  return { base, screen };
}

/** Steps between one colour and the next. */
const steps = 32;

/** A disc with another one in it, with soft edges. @param radius in shares of the side */
function disc(side: number, outer: number, inner: number, radius: number): Uint8Array {
  const parts = (argb: number) => [(argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff] as const;
  const [from, to] = [parts(outer), parts(inner)];
  const mixed = (share: number): Rgba => {
    const [red = 0, green = 0, blue = 0] = from.map((each, n) => Math.round(each + ((to[n] ?? 0) - each) * share));
    return [red, green, blue, 255];
  };
  const palette: Rgba[] = [];
  for (let n = 0; n <= steps; n++) palette.push([from[0], from[1], from[2], Math.round((255 * n) / steps)]);
  for (let n = 1; n <= steps; n++) palette.push(mixed(n / steps));
  const share = (distance: number) => Math.round(Math.min(Math.max(distance + 0.5, 0), 1) * steps);
  return writePng(side, palette, (x, y) => {
    const away = Math.hypot(x + 0.5 - side / 2, y + 0.5 - side / 2);
    const within = share(radius * side * 0.45 - away);
    return within > 0 ? steps + within : share(radius * side - away);
  });
}
