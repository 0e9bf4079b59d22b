import { isUnread } from "../apps/app-record.ts";
import { DeviceError } from "../core/errors.ts";
import type { AppInspection, AppInspections } from "../formats/app-inspections.ts";
import { storedRecord } from "./app-cache.ts";
import type { AppsSource } from "./app-list.ts";
import type { AppView } from "./app-page.ts";
import { summariesOf } from "./app-summary.ts";
import type { AppFileRecord } from "./scan-apps.ts";

/** Everything about an app as a document for programs. */
export interface AppViewDocument {
  readonly schema: "candor.app-view/1";
  /** Candor's version. */
  readonly candor: string;
  readonly source: AppsSource;
  /** One, but for a file that holds several. */
  readonly apps: readonly AppView[];
}

/**
 * The app that a person means: by its package name, else by the name that is shown.
 *
 * @throws DeviceError where there is none, or several have that name.
 */
export function findApp({ apps }: AppInspections, wanted: string): AppInspection {
  const exact = apps.find((app) => app.package === wanted);
  if (exact) return exact;
  const name = wanted.toLowerCase();
  const named = apps.filter((app) => app.label?.toLowerCase() === name);
  const [only] = named;
  if (only && named.length === 1) return only;
  if (named.length > 1)
    throw new DeviceError(
      "unreadable",
      `${named.length} apps are called ${JSON.stringify(wanted)}.`,
      `Name one by its package: ${named
        .slice(0, 10)
        .map((app) => app.package)
        .join(", ")}.`,
    );
  const near = apps.filter((app) => [app.package, app.label ?? ""].some((text) => text.toLowerCase().includes(name)));
  throw new DeviceError(
    "absent",
    `There is no app with the package or name ${JSON.stringify(wanted)}.`,
    near.length > 0
      ? `Perhaps one of these: ${near
          .slice(0, 8)
          .map((app) => app.package)
          .join(", ")}.`
      : "candor apps lists all of them.",
  );
}

/** All that is known of an app of a phone; the whole records where they are kept on this computer. */
export async function viewOfInstalled(
  app: AppInspection,
  { engines, missing }: AppInspections,
  dataFolder: string,
): Promise<AppView> {
  const digests = [...new Set(app.files.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])))];
  const kept = (await Promise.all(digests.map((sha256) => storedRecord(dataFolder, sha256)))).filter(
    (record) => record !== undefined,
  );
  const isBase = (record: (typeof kept)[number]) => !isUnread(record.identity) && record.identity.split === null;
  const { verdicts, standsOut } = app;
  const absent =
    app.depth === "none"
      ? "Its files were not looked into."
      : kept.length === 0
        ? onlySummary
        : `${digests.length - kept.length} of its files are not kept here.`;
  const unread = kept.length < digests.length || kept.length === 0 ? [...app.unread, absent] : app.unread;
  return {
    inspection: app,
    records: kept.sort((a, b) => Number(isBase(b)) - Number(isBase(a))),
    verdicts,
    engines,
    missing,
    standsOut,
    unread,
    files: app.files.map(({ path, size, sha256 }) => ({ name: path, size, sha256 })),
  };
}

const onlySummary =
  "Only a summary of it is kept here: what others can start in it, its set-up, its hosts and what its code can do are not.";

/** The apps of a file, each with all its parts. */
export function viewsOfFile(file: AppFileRecord, missing: readonly string[]): readonly AppView[] {
  return summariesOf(file.apps).map((summary, i): AppView => {
    const parts = file.apps.filter(({ record }) => {
      const name = record && !isUnread(record.identity) ? record.identity.packageName : null;
      return record !== null && name === summary.packageName;
    });
    const records = parts.flatMap(({ record }) => (record ? [record] : []));
    const isBase = (record: (typeof records)[number]) => !isUnread(record.identity) && record.identity.split === null;
    const whole = parts.some(({ inside }) => inside === null);
    return {
      inspection: null,
      records: records.sort((a, b) => Number(isBase(b)) - Number(isBase(a))),
      verdicts: [...(i === 0 ? file.verdicts : []), ...summary.verdicts],
      engines: file.engines,
      missing,
      standsOut: [...(i === 0 ? file.notes : []), ...summary.standsOut],
      unread: [
        ...summary.unread,
        ...(i === 0 ? file.apps : []).flatMap(({ record, inside, reason }) =>
          record === null ? [`${inside ?? file.path}: ${reason ?? "it could not be read"}.`] : [],
        ),
      ],
      files: [
        ...(whole ? [] : [{ name: file.path, size: file.size, sha256: file.sha256 }]),
        ...parts.map(({ inside, size, digests }) => ({
          name: inside ?? file.path,
          size,
          sha256: digests.sha256 ?? null,
        })),
      ],
    };
  });
}

/** Whether an app may let somebody watch whoever uses the phone: then safety comes before removal. */
export function mayWatch(verdicts: AppView["verdicts"]): boolean {
  return verdicts.some(
    ({ severity, message }) => severity === "critical" || (severity === "high" && /\bwatch/i.test(message)),
  );
}
