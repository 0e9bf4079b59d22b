import type { PhoneLink } from "../centre/phone-link.ts";
import { type OpenVault, vaultName } from "../centre/vault-desk.ts";
import { deleteOnPhone, type HideProgress, type HideTally } from "../centre/vault-hide.ts";
import { demandStillKept, planHide } from "../centre/vault-hide-plan.ts";
import { estimatePull, type PullEstimate, type PullOutcome, pull } from "../centre/vault-pull.ts";
import { type Found, findOnPhone, type PullRequest, pullRequest } from "../centre/vault-request.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import type { SourceFlags } from "./source-flags.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { inSize, inTime } from "./vault-progress.ts";
import { linkOf } from "./vault-return.ts";
import { agreed, count, leftLines, onVault, print, usage, type VaultWork } from "./vault-run.ts";

interface PhoneFlags extends VaultFlags, SourceFlags {
  readonly from?: string;
  readonly json: boolean;
}

/** `candor vault pull WHAT…`. */
export async function vaultPull(
  this: Context,
  flags: PhoneFlags & { readonly dryRun: boolean },
  ...words: readonly string[]
): Promise<void> {
  const request = pullRequest(words);
  if (request === null) {
    this.process.exitCode = usage(
      this,
      "Say what to pull: photos, sms, contacts, calls, files /PATH…, apps [PACKAGE…].",
    );
    return;
  }
  await onPhone(this, flags, request, async ({ vault, link, found, estimate, tools }) => {
    if (flags.dryRun) {
      print(
        this,
        flags.json,
        { schema: "candor.vault-estimate/1", vault: vaultName(vault), ...estimate, left: found.left },
        [...estimateLines(estimate), ...leftLines(found.left)],
      );
      return exitCodes.fine;
    }
    sayEstimate(this, flags, estimate);
    const outcome = await pulled(vault, link, found, tools);
    const { snapshot, files, transferred, left } = outcome;
    const document = {
      schema: "candor.vault-pull/1",
      vault: vaultName(vault),
      snapshot: snapshot.id,
      files,
      transferred,
      left,
    };
    print(this, flags.json, document, [...pulledLines(outcome), ...leftLines(left)]);
    return left.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}

/** `candor vault hide WHAT…`. */
export async function vaultHide(
  this: Context,
  flags: PhoneFlags & { readonly delete: boolean },
  ...words: readonly string[]
): Promise<void> {
  const request = pullRequest(words);
  if (request === null || request.apps !== null || request.lists.length > 0) {
    this.process.exitCode = usage(this, "Say what to hide: photos, files /PATH….");
    return;
  }
  await onPhone(this, flags, request, async ({ vault, link, found, estimate, tools }) => {
    const { desk, reporter } = tools;
    sayEstimate(this, flags, estimate);
    const onProgress = ({ step, done, of, path }: HideProgress) =>
      reporter.step({ doing: doing[step], files: done, ofFiles: of, bytes: 0, ofBytes: null, path });
    const plan = await planHide(desk, vault, link, found, {
      onPull: (step) => reporter.step({ doing: "pulling", ...step }),
      onCheck: () => reporter.step({ doing: "checking", files: 0, ofFiles: null, bytes: 0, ofBytes: null, path: "" }),
      onVerify: onProgress,
    });
    reporter.end();
    const { verified, bytes, left: kept, problems } = plan;
    const { snapshot } = plan.pulled;
    const say = (lines: readonly string[]) => print(this, flags.json, null, flags.json ? [] : lines);
    const document = {
      schema: "candor.vault-hide/1",
      vault: vaultName(vault),
      snapshot: snapshot.id,
      verified: verified.length,
    };
    if (!flags.json)
      say([
        ...(problems.length > 0
          ? []
          : [
              `Snapshot ${snapshot.id.slice(0, 8)} holds ${count(verified.length, "file")}, ${inSize(bytes)}, the same on the phone and in the vault: both were read to the last byte.`,
            ]),
        ...leftLines(kept),
        ...honestly,
      ]);
    for (const { file, message } of problems)
      this.process.stderr.write(
        `The vault has a problem, so nothing is deleted: ${plainText(`${file}: ${message}`)}\n`,
      );
    const yes = verified.length > 0 && (flags.delete || (await consent(this, flags, verified.length)));
    if (yes !== true) {
      this.process.stderr.write(
        yes === null
          ? "Nothing was deleted: there is nobody to ask. Say --delete to agree.\n"
          : "Nothing was deleted.\n",
      );
      if (flags.json) print(this, true, { ...document, deleted: 0, kept }, []);
      return yes === null ? exitCodes.usage : exitCodes.findings;
    }
    await demandStillKept(desk, vault, plan);
    const tally: HideTally = { deleted: [], kept: [], inDoubt: 0 };
    const outcome = await deleteOnPhone(desk, vault, link, snapshot, verified, onProgress, tally).catch((error) => {
      reporter.end();
      this.process.stderr.write(`${tallyLines(tally).join("\n")}\n`);
      throw error;
    });
    reporter.end();
    const all = [...kept, ...outcome.kept];
    print(this, flags.json, { ...document, deleted: outcome.deleted.length, kept: all }, [
      `${count(outcome.deleted.length, "file")} deleted on the phone. Back again: candor vault return ${snapshot.id.slice(0, 8)}`,
      ...leftLines(outcome.kept),
    ]);
    return all.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}

/** What holds where deleting ended early. */
function tallyLines({ deleted, inDoubt }: HideTally): readonly string[] {
  return [
    `${count(deleted.length, "file")} deleted on the phone; the vault has all of them.`,
    ...(inDoubt > 0
      ? [`${count(inDoubt, "file")} may have been deleted without an answer; all are in the vault.`]
      : []),
  ];
}

const doing = { vault: "reading back", phone: "hashing on the phone", delete: "deleting" } as const;

/** What deleting is worth and what not. */
const honestly = [
  "Deleting them on the phone cannot be taken back there; the vault has them. Copies elsewhere stay: in the cloud, in chats, in the trash and the",
  "thumbnails of the gallery. Traces of deleted files may be left in the phone's storage, which is encrypted with its screen lock.",
];

async function consent(context: Context, { json }: { readonly json: boolean }, files: number): Promise<boolean | null> {
  return json ? null : await agreed(context, `Delete ${count(files, "file")} on the phone?`);
}

interface PhoneWork {
  readonly vault: OpenVault;
  readonly link: PhoneLink;
  readonly found: Found;
  readonly estimate: PullEstimate;
  readonly tools: VaultWork;
}

/** Opens the vault, then the phone, and lists what is asked for. */
async function onPhone(
  context: Context,
  flags: PhoneFlags,
  request: PullRequest,
  work: (work: PhoneWork) => Promise<number>,
): Promise<void> {
  await onVault(context, flags, async (vault, tools) => {
    const { reporter, desk } = tools;
    const link = await linkOf(context, flags, tools);
    try {
      const onFound = (files: number, bytes: bigint) =>
        reporter.step({ doing: "looking at", files, ofFiles: null, bytes: Number(bytes), ofBytes: null, path: "" });
      const found = await findOnPhone(link, request, { signal: desk.signal, onFound, now: desk.now() });
      if (found.files === 0) {
        reporter.end();
        context.process.stderr.write(`${["The phone has none of that.", ...leftLines(found.left)].join("\n")}\n`);
        return exitCodes.findings;
      }
      const estimate = await estimatePull(vault, link, found, desk.signal);
      return await work({ vault, link, found, estimate, tools });
    } finally {
      reporter.end();
      await link.close();
    }
  });
}

async function pulled(
  vault: OpenVault,
  link: PhoneLink,
  found: Found,
  { desk, reporter }: VaultWork,
): Promise<PullOutcome> {
  const outcome = await pull(desk, vault, link, found, (step) => reporter.step({ doing: "pulling", ...step }));
  reporter.end();
  return outcome;
}

/** Before the work begins, so that a person can stop it. */
function sayEstimate(context: Context, { json }: { readonly json: boolean }, estimate: PullEstimate): void {
  if (!json) context.process.stderr.write(`${estimateLines(estimate).join("\n")}\n`);
}

function estimateLines({ files, bytes, keptFiles, keptBytes, speed, seconds }: PullEstimate): readonly string[] {
  const kept = keptFiles === 0 ? "" : `; ${keptFiles} of them (${inSize(keptBytes)}) are in the vault already`;
  const time =
    seconds === null
      ? ""
      : seconds === 0
        ? ""
        : `, about ${inTime(seconds)}${speed === null ? "" : `; the cable gives ${inSize(speed)} a second`}`;
  return [`${count(files, "file")}, ${inSize(bytes)}${kept}. To pull: ${inSize(bytes - keptBytes)}${time}.`];
}

function pulledLines({ snapshot, files, transferred }: PullOutcome): readonly string[] {
  return [
    `Snapshot ${plainText(snapshot.id.slice(0, 8))}: ${count(files, "file")}, ${inSize(snapshot.summary?.totalBytes ?? 0)}; ${inSize(transferred)} came from the phone, ${inSize(snapshot.summary?.dataAddedPacked ?? 0)} were added to the vault. The phone was not changed.`,
  ];
}
