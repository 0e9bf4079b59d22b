import { pdfOf } from "../centre/letter-pdf.ts";
import { type AnsweredLetter, type RequestKind, writeLetterBack, writeRequestLetter } from "../centre/rights.ts";
import { requestOf } from "../centre/rights-letter.ts";
import { fileRequest } from "../centre/rights-requests.ts";
import type { LawRegion } from "../centre/traffic-view.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { letterText, type Problem } from "../report/letter.ts";
import { letterHtml } from "../report/letter-html.ts";
import { letterEml, type MailParties, mailto, mailtoLimit } from "../report/letter-mail.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

interface OutFlags {
  readonly format: "text" | "html" | "pdf" | "eml" | "mailto" | "json";
  readonly out?: string;
}

interface LetterFlags extends OutFlags {
  readonly to?: string;
  readonly controller?: string;
  readonly flowReport?: string;
  readonly language?: string;
  readonly region?: LawRegion;
  readonly name: string;
  readonly address?: string;
  readonly email?: string;
  readonly toAddress?: string;
  readonly toEmail?: string;
  readonly id?: readonly string[];
  readonly data?: string;
  readonly reason?: string;
  readonly keep: boolean;
}

interface ReminderFlags extends OutFlags {
  readonly language?: string;
  readonly problem?: Problem;
  readonly note?: string;
}

interface BackFlags extends ReminderFlags {
  readonly country?: string;
  readonly authority?: string;
}

/** `candor rights letter KIND`: prints or writes it, and files the request. */
export async function rightsLetter(this: Context, flags: LetterFlags, kind: RequestKind): Promise<void> {
  await written(this, flags, async () => {
    const answered = await writeRequestLetter(
      {
        kind,
        to: flags.to,
        controllerFile: flags.controller,
        flowReport: flags.flowReport,
        language: flags.language,
        region: flags.region,
        from: { name: flags.name, address: lines(flags.address) ?? null, email: flags.email ?? null },
        toAddress: lines(flags.toAddress),
        toEmail: flags.toEmail,
        identity: flags.id ?? [],
        data: flags.data,
        reason: flags.reason,
      },
      this,
    );
    return { answered, file: flags.keep };
  });
}

/** `candor rights reminder ID`. */
export async function rightsReminder(this: Context, flags: ReminderFlags, request: number): Promise<void> {
  await back(this, "reminder", flags, request);
}

/** `candor rights complaint ID`. */
export async function rightsComplaint(this: Context, flags: BackFlags, request: number): Promise<void> {
  await back(this, "complaint", flags, request);
}

async function back(
  context: Context,
  kind: "reminder" | "complaint",
  flags: BackFlags,
  request: number,
): Promise<void> {
  const { language, problem, note, country, authority } = flags;
  await written(context, flags, async () => ({
    answered: await writeLetterBack({ kind, request, language, problem, note, country, authority }, context),
    file: false,
  }));
  if (context.process.exitCode === exitCodes.fine)
    context.process.stderr.write(`When it is sent: candor rights sent ${request} ${kind}\n`);
}

async function written(
  context: Context,
  flags: OutFlags,
  write: () => Promise<{ readonly answered: AnsweredLetter; readonly file: boolean }>,
): Promise<void> {
  const { stderr, stdout } = context.process;
  if (flags.format === "pdf" && flags.out === undefined) {
    stderr.write("A PDF is written into a file: -o letter.pdf\n");
    context.process.exitCode = exitCodes.usage;
    return;
  }
  try {
    const { answered, file } = await write();
    const data = await document(answered, flags.format, context);
    if (flags.out === undefined) stdout.write(data);
    else await writeFileAtomic(flags.out, data);
    if (flags.format !== "json") stderr.write(`${hints(answered, flags).join("\n")}\n`);
    if (file) {
      const { request, unnoted } = await fileRequest(
        context,
        requestOf(answered.wish, answered.written, answered.recipient, context.now()),
      );
      stderr.write(`Filed as request ${request.id}. When it is sent: candor rights sent ${request.id}\n`);
      if (unnoted !== null) stderr.write(`${plainText(unnoted)}\n`);
    }
    context.process.exitCode = exitCodes.fine;
  } catch (error) {
    context.process.exitCode = failure(context, error);
  }
}

async function document(
  { written, wish, recipient }: AnsweredLetter,
  format: OutFlags["format"],
  context: Context,
): Promise<string | Uint8Array> {
  const { letter, notes, law } = written;
  const parties: MailParties = {
    to: recipient.email === null ? null : { name: recipient.name, email: recipient.email },
    from: wish.from.email === null ? null : { name: wish.from.name, email: wish.from.email },
  };
  switch (format) {
    case "text":
      return letterText(letter);
    case "html":
      return letterHtml(letter, notes);
    case "pdf":
      return await pdfOf(letterHtml(letter, []), context.process.env, context.signal);
    case "eml":
      return letterEml(letter, parties, context.now());
    case "mailto":
      return `${mailto(letter, parties).uri}\n`;
    case "json": {
      const { name, address, email, form } = recipient;
      const evidence = wish.evidence;
      return `${JSON.stringify({ schema: "candor.letter/1", letter, law, recipient: { name, address, email, form }, evidence, notes }, null, 1)}\n`;
    }
  }
}

/** What the person should know, beside the letter and never in it. */
function hints({ written: { letter, notes }, recipient }: AnsweredLetter, flags: OutFlags): readonly string[] {
  const all = [...notes];
  if (flags.format === "mailto" && !mailto(letter, { to: null, from: null }).fits)
    all.unshift(
      `The address is longer than ${mailtoLimit} characters; some programs cut it. --format eml has no limit.`,
    );
  if ((flags.format === "mailto" || flags.format === "eml") && recipient.email === null)
    all.unshift("No e-mail address is known here: the message has no recipient yet.");
  return ["", "Before you send this:", ...all.map((note) => `- ${plainText(note, 1000)}`)];
}

function lines(text: string | undefined): string | undefined {
  return text
    ?.split(";")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
