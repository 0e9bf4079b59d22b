import type { DexContents } from "../apk/dex-tables.ts";
import type { ComponentSpec } from "../apk/manifest-xml.ts";
import type { ApkSpec, IconSpec } from "../apk/write-apk.ts";
import type { IntentFilter, PackageState } from "../state/package-state.ts";
import { iconFor, type MadeIcon } from "./app-icons.ts";

/**
 * What a model may say of an app's APK beyond what the phone's own tables tell. Code stands in a DEX of its own behind that of the
 * components; components replace those of the tables, and then their code has to be given as well.
 */
export type ApkContents = Partial<
  Pick<
    ApkSpec,
    "components" | "dex" | "files" | "icon" | "metaData" | "networkSecurityConfig" | "strings" | "tamper" | "xml"
  >
>;

/** Whom Android lets bind to a component that answers an action; without this guard it would not use it. */
const guards: Readonly<Record<string, string>> = {
  "android.accessibilityservice.AccessibilityService": "BIND_ACCESSIBILITY_SERVICE",
  "android.app.action.DEVICE_ADMIN_ENABLED": "BIND_DEVICE_ADMIN",
  "android.net.VpnService": "BIND_VPN_SERVICE",
  "android.service.notification.NotificationListenerService": "BIND_NOTIFICATION_LISTENER_SERVICE",
  "android.service.trust.TrustAgentService": "BIND_TRUST_AGENT",
  "android.telecom.CallScreeningService": "BIND_SCREENING_SERVICE",
  "android.view.InputMethod": "BIND_INPUT_METHOD",
};

/** The APK of a package: it says what the phone's tables say of it, so that both can be compared. */
export function packageApk(pkg: PackageState, contents: ApkContents = {}): ApkSpec {
  const components = [
    ...pkg.activities.map(componentOf("activity")),
    ...pkg.receivers.map(componentOf("receiver")),
    ...pkg.services.map(componentOf("service")),
  ];
  const has = (flag: string): boolean => pkg.flags.includes(flag);
  return {
    package: pkg.name,
    versionCode: pkg.versionCode,
    versionName: pkg.versionName,
    label: pkg.label,
    minSdk: pkg.minSdk,
    targetSdk: pkg.targetSdk,
    permissions: pkg.requested,
    allowBackup: has("ALLOW_BACKUP"),
    ...(has("DEBUGGABLE") ? { debuggable: true } : {}),
    ...(has("TEST_ONLY") ? { testOnly: true } : {}),
    ...(pkg.sharedUser === null ? {} : { sharedUserId: pkg.sharedUser }),
    components,
    // What nobody starts from the home screen has no icon.
    icon: pkg.activities.length > 0 ? madeIcon(pkg).base : null,
    ...contents,
    dex: [
      ...(contents.components || components.length === 0 ? [] : [codeOf(pkg.name, components)]),
      ...(contents.dex ?? []),
    ],
  };
}

/** What of its icon lies in a part of the app; null where that holds none of it. */
export function splitIconOf(pkg: PackageState, split: string): IconSpec | null {
  return screenSplit.test(split) && pkg.activities.length > 0 ? madeIcon(pkg).screen : null;
}

const screenSplit = /^config\.\w+dpi$/;

function madeIcon({ name, label, splits = [] }: PackageState): MadeIcon {
  return iconFor(
    name,
    label,
    splits.some((each) => screenSplit.test(each)),
  );
}

function componentOf(kind: ComponentSpec["kind"]): (filter: IntentFilter) => ComponentSpec {
  return ({ component, actions, categories }) => {
    const permission = actions.map((action) => guards[action]).find((guard) => guard !== undefined);
    return {
      kind,
      name: component.slice(component.indexOf("/") + 1),
      exported: true,
      ...(permission === undefined ? {} : { permission: `android.permission.${permission}` }),
      filters: [{ actions, categories }],
    };
  };
}

/** A class for each component whose name can be one: a hostile package names others. */
function codeOf(packageName: string, components: readonly ComponentSpec[]): DexContents {
  const names = components.map(({ name }) => (name.startsWith(".") ? packageName + name : name));
  return { classes: [...new Set(names)].filter((name) => /^[\w$]+(?:\.[\w$]+)*$/.test(name)) };
}
