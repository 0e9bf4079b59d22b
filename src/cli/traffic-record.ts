import { openPrivate } from "../centre/private-store.ts";
import { markTraffic } from "../centre/traffic-notes.ts";
import { type RecordEvent, type Recorded, recordTraffic } from "../centre/traffic-record.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

interface RecordFlags extends SourceFlags {
  readonly json: boolean;
  readonly out?: string;
  readonly app?: readonly string[];
  readonly minutes?: number;
  readonly apiKey?: string;
  readonly leave: boolean;
}

/** `candor traffic record [SOURCE]`: records with PCAPdroid until the time is over, `q` is pressed, or the program is stopped. */
export async function trafficRecord(this: Context, flags: RecordFlags, input?: string): Promise<void> {
  const { stdout, stderr } = this.process;
  const progress = progressOn(stderr, flags.progress);
  const ended = new AbortController();
  const end = () => ended.abort();
  this.signal.addEventListener("abort", end);
  if (this.signal.aborted) end();
  let keys: { readonly close: () => void } | undefined;
  try {
    const source = await open(this, { input, serial: flags.serial, address: flags.address }, progress);
    try {
      const line = liveLine(stderr, flags.minutes);
      const recorded = await recordTraffic(source, {
        store: await openPrivate(this),
        out: flags.out,
        apps: flags.app ?? [],
        forMs: flags.minutes === undefined ? undefined : flags.minutes * 60_000,
        apiKey: flags.apiKey,
        leave: flags.leave,
        ended: ended.signal,
        now: this.now,
        onEvent: (event) => {
          if (event.kind === "recording") keys ??= markingKeys(this, line, end);
          line.show(event);
        },
      });
      line.end();
      if (flags.json) stdout.write(`${JSON.stringify(recorded, null, 1)}\n`);
      else
        stdout.write(
          `${sentences(recorded)
            .map((each) => plainText(each, 1000))
            .join("\n")}\n`,
        );
      this.process.exitCode =
        recorded.broken === null && recorded.whole !== false ? exitCodes.fine : exitCodes.unreadable;
    } finally {
      await source.close();
    }
  } catch (error) {
    this.process.exitCode = failure(this, error);
  } finally {
    keys?.close();
    this.signal.removeEventListener("abort", end);
    progress.end();
  }
}

interface LiveLine {
  readonly show: (event: RecordEvent) => void;
  readonly say: (sentence: string) => void;
  readonly end: () => void;
}

/** One line that renews itself on a terminal; elsewhere a line when something begins. */
function liveLine(stream: NodeJS.WriteStream, minutes: number | undefined): LiveLine {
  let shown = "";
  const clear = () => stream.isTTY && stream.write("\r\u001b[K");
  const draw = (text: string) => {
    shown = text;
    if (!stream.isTTY) return;
    clear();
    stream.write(text.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
  };
  const say = (sentence: string) => {
    clear();
    stream.write(`${sentence}\n`);
    if (stream.isTTY && shown !== "") stream.write(shown);
  };
  return {
    say,
    show: (event) => {
      if (event.kind === "waiting") say("Starting PCAPdroid. If the phone asks, answer with Allow.");
      else if (event.kind === "recording")
        say(
          `Recording${minutes === undefined ? "" : ` for ${minutes} minutes`}. Use the phone now.${stream.isTTY ? " Keys: r refused, a agreed, n note, q end." : ""}`,
        );
      else if (event.kind === "fetching") say("Ending it and fetching the rest.");
      else
        draw(
          `${event.connections} connections of ${event.apps} apps to ${event.hosts} hosts, ${Math.round(event.bytes / 1000)} kB`,
        );
    },
    end: () => {
      clear();
      shown = "";
    },
  };
}

/** Listens to single keys on a terminal. */
function markingKeys(context: Context, line: LiveLine, end: () => void): { readonly close: () => void } {
  const { stdin } = process;
  if (!stdin.isTTY) return { close: () => {} };
  const words: Readonly<Record<string, string>> = { r: "refused", a: "accepted", n: "note" };
  const onKey = (key: Buffer) => {
    for (const each of key.toString("latin1")) {
      const word = words[each.toLowerCase()];
      // In raw mode the terminal sends Ctrl-C as a key.
      if (each === "q" || each === "\u0003") end();
      else if (word !== undefined)
        markTraffic(context, word, {}).then(
          ({ mark }) => line.say(`Marked: ${mark.text}, ${new Date(mark.at).toTimeString().slice(0, 8)}.`),
          (error: unknown) => line.say(`Not marked: ${plainText(error instanceof Error ? error.message : "unknown")}`),
        );
    }
  };
  stdin.setRawMode(true).resume().on("data", onKey);
  return {
    close: () => {
      stdin.off("data", onKey).setRawMode(false).pause();
    },
  };
}

function sentences({
  place,
  path,
  bytes,
  sha256,
  marks,
  counted,
  whole,
  leftOnPhone,
  broken,
}: Recorded): readonly string[] {
  const named = place.kind === "kept" ? place.id : place.path;
  const sum = (counted ?? []).reduce((so, row) => so + row.bytesSent + row.bytesReceived, 0);
  return [
    `${path}: ${bytes} bytes, SHA-256 ${sha256}${marks.length === 0 ? "" : `, ${marks.length === 1 ? "1 mark" : `${marks.length} marks`}`}`,
    ...(broken === null
      ? []
      : [`It broke off: ${broken} What had come until then was kept; the whole may lie on the phone.`]),
    ...(whole === false ? ["The phone's own digest of the file is another one: fetch it from the phone by hand."] : []),
    ...(whole === null && broken === null ? ["The phone gave no digest of the file, so it was not compared."] : []),
    counted === null
      ? "The phone did not tell what it counted meanwhile, so a gap in the record would not show."
      : `Meanwhile the phone counted ${Math.round(sum / 1000)} kB of all apps.`,
    leftOnPhone ? "The file still lies on the phone, in Download/PCAPdroid." : "The file was taken off the phone.",
    `It holds private things. Look at it with: candor traffic report ${JSON.stringify(named)}`,
  ];
}
