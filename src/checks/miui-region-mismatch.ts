import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { byHand } from "./wording/remedies.ts";
import { notXiaomi, stockAndroid } from "./wording/xiaomi.ts";

/** The countries for which a build is made; builds "global" and "mi" are for all others. */
const builds: Readonly<Record<string, readonly string[]>> = {
  cn: ["CN"],
  // The European Union, Iceland, Liechtenstein, Norway, Switzerland and the United Kingdom.
  eea: "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH GB UK".split(" "),
  in: ["IN"],
  id: ["ID"],
  jp: ["JP"],
  kr: ["KR"],
  ru: ["RU"],
  tr: ["TR"],
  tw: ["TW"],
};

/** A phone whose system was built for another region than the one it is set to. */
export default defineCheck({
  id: "miui-region-mismatch",
  category: "collection",
  severity: "low",
  question: "Is the phone set to the region for which its system was built?",
  title: {
    pass: "Region and system build agree",
    fail: "The phone is set to another region than its system was built for",
  },
  why: "The build decides which apps came along; the region, which rules, advertising and servers Xiaomi's apps keep to. A study saw phones with the system for China go on sending data to companies there when they were used abroad.",
  advice:
    "If you bought it so, ask the seller where the system is from. If the region was changed by hand, set it to where you live.",
  references: ["https://arxiv.org/abs/2302.01890", "https://privacy.mi.com/all/en_US/"],
  messages: { differs: "The system is built for “{build}”, the phone is set to {region}." },
  remedy: byHand(
    undefined,
    "Open Settings and search for “Region”, and see whether it is the one where you live; set it so.",
    "If the system itself was built for another country, ask the seller: only the maker's system for your region changes that, and installing it can erase the phone.",
  ),
  needs: { properties },
  run: ({ properties: all }) => {
    const notApplicable = notXiaomi(all);
    if (notApplicable !== undefined) return { notApplicable };
    const build = reported(all["ro.miui.build.region"], "ro.miui.build.region").toLowerCase();
    const region = reported(all["ro.miui.region"], "ro.miui.region").toUpperCase();
    if (build === "global" || build === "mi") return [];
    const meant = Object.hasOwn(builds, build) ? builds[build] : undefined;
    if (meant === undefined) return { unread: [`For which countries the build “${build}” is made is not known here.`] };
    if (meant.includes(region)) return [];
    return [
      {
        subject: { kind: "device" },
        message: "differs",
        params: { build, region },
        evidence: [
          { kind: "value", fact: properties, name: "ro.miui.build.region", value: build },
          { kind: "value", fact: properties, name: "ro.miui.region", value: region },
        ],
      },
    ];
  },
  examples: {
    pass: [
      { name: "a European build in Germany", given: { properties: phone("eea", "DE") } },
      { name: "a global build anywhere", given: { properties: phone("global", "BR") } },
    ],
    fail: [
      { name: "a Chinese build in Singapore", given: { properties: phone("cn", "SG") }, findings: 1 },
      { name: "a European build set to the United States", given: { properties: phone("eea", "US") }, findings: 1 },
    ],
    unknown: [
      { name: "a build that is not known", given: { properties: phone("xx", "DE") } },
      { name: "an old build that does not say", given: { properties: { "ro.miui.ui.version.name": "V9" } } },
    ],
    notApplicable: [{ name: "no Xiaomi system", given: { properties: stockAndroid } }],
  },
});

function phone(build: string, region: string): Readonly<Record<string, string>> {
  return { "ro.mi.os.version.name": "OS2.0", "ro.miui.build.region": build, "ro.miui.region": region };
}
