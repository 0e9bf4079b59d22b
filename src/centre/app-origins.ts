import { type InstallerKind, installerKind } from "../checks/wording/installers.ts";
import type { AppInspection } from "../formats/app-inspections.ts";

/** How an app came onto the phone, as far as the installer of record tells. */
export interface AppOrigin {
  /**
   * `system`: with the phone. `shop`: a store that is known, or a move from an old phone. `outside`: by anything else. `unknown`: the phone
   * names no installer, as after an installation from a computer on Android 10 and older.
   */
  readonly kind: "system" | "shop" | "outside" | "unknown";
  /** In a few words; the package name of an installer that is not known, which is outside text. */
  readonly words: string;
}

/** Says where an app came from. An app of which the phone does not tell whether it is the system's counts as added. */
export function originOf({
  system,
  updated,
  installer,
}: Pick<AppInspection, "system" | "updated" | "installer">): AppOrigin {
  const known = installer === null ? undefined : installerKind(installer);
  const name = installer === null ? null : (shopNames.get(installer) ?? installer);
  if (system === true) {
    const by = name !== null && (known === "store" || known === "independent-store") ? `, updated by ${name}` : "";
    return { kind: "system", words: `pre-installed${updated ? by : ""}` };
  }
  if (name === null || installer === null) return { kind: "unknown", words: "not recorded" };
  if (known !== undefined && shops.has(known))
    return { kind: "shop", words: known === "transfer" ? `moved by ${name}` : name };
  return { kind: "outside", words: known === undefined ? name : (outside[known] ?? name).replace("{by}", name) };
}

const shops: ReadonlySet<InstallerKind> = new Set(["store", "independent-store", "transfer"]);

const outside: Readonly<Partial<Record<InstallerKind, string>>> = {
  "package-installer": "a file",
  computer: "a computer",
  browser: "{by} (a download)",
  messenger: "{by} (a message)",
  files: "{by} (a file)",
};

/** Names that people know installers by; facts from their own pages. */
const shopNames: ReadonlyMap<string, string> = new Map([
  ["com.android.vending", "Google Play"],
  ["com.xiaomi.market", "GetApps"],
  ["com.xiaomi.mipicks", "GetApps"],
  ["com.xiaomi.discover", "Xiaomi system updater"],
  ["com.sec.android.app.samsungapps", "Galaxy Store"],
  ["com.huawei.appmarket", "AppGallery"],
  ["com.hihonor.appmarket", "Honor App Market"],
  ["com.heytap.market", "OPPO App Market"],
  ["com.oppo.market", "OPPO App Market"],
  ["com.vivo.appstore", "V-Appstore"],
  ["com.amazon.venezia", "Amazon Appstore"],
  ["org.fdroid.fdroid", "F-Droid"],
  ["org.fdroid.basic", "F-Droid Basic"],
  ["com.looker.droidify", "Droid-ify"],
  ["com.machiav3lli.fdroid", "Neo Store"],
  ["com.aurora.store", "Aurora Store"],
  ["dev.imranr.obtainium", "Obtainium"],
  ["app.accrescent.client", "Accrescent"],
  ["cm.aptoide.pt", "Aptoide"],
  ["com.apkpure.aegon", "APKPure"],
  ["com.uptodown", "Uptodown"],
  ["com.epicgames.portal", "Epic Games Store"],
  ["com.miui.huanji", "Mi Mover"],
  ["com.sec.android.easyMover", "Smart Switch"],
  ["com.google.android.apps.restore", "Google's restore"],
  ["com.google.android.setupwizard", "Android's set-up"],
  ["com.android.chrome", "Chrome"],
  ["org.mozilla.firefox", "Firefox"],
  ["com.mi.globalbrowser", "Mi Browser"],
  ["com.sec.android.app.sbrowser", "Samsung Internet"],
  ["com.whatsapp", "WhatsApp"],
  ["org.telegram.messenger", "Telegram"],
  ["com.google.android.gm", "Gmail"],
]);
