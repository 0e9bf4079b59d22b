import * as z from "zod";
import type { HandAnswer } from "../core/assessment.ts";
import { FormatError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { families } from "../profiles/controls/index.ts";
import { type ControlAnswersDocument, controlAnswersDocument, controlAnswersSchema } from "./control-answers.ts";
import { serialIn } from "./examinations.ts";
import { isLockedError, type PrivateStore } from "./private-store.ts";

/** What a person says of one control of one phone; `answer` is null where an earlier one is taken back. */
export interface GivenAnswer {
  readonly control: string;
  readonly answer: HandAnswer["answer"] | null;
  readonly note: string | null;
}

const file = "assessment/answers.json";
const keptFile = z.array(z.tuple([z.string(), controlAnswersDocument]));

/** What a phone's answers are kept under: its serial number, or what was examined where it tells none. Outside text. */
export function answeredPhone(snapshot: Snapshot): string {
  return serialIn(snapshot) ?? `${snapshot.source.kind} ${snapshot.source.name}`;
}

/** What was answered by hand for a phone; undefined where nothing was. @throws VaultError `locked`, `damaged` */
export async function keptAnswers(store: PrivateStore, phone: string): Promise<ControlAnswersDocument | undefined> {
  return (await readAll(store)).get(phone);
}

/**
 * Keeps an answer with its day, in place of an earlier one, and gives all of the phone.
 *
 * @throws FormatError for a control that asks nothing of a person; VaultError `locked`, `damaged`
 */
export async function keepAnswer(
  store: PrivateStore,
  phone: string,
  { control, answer, note }: GivenAnswer,
  now: number,
): Promise<ControlAnswersDocument> {
  const known = families.flatMap(({ controls }) => controls).find(({ id }) => id === control);
  if (known?.question === undefined) throw new FormatError("answer", `${control} asks nothing of a person`);
  const { question } = known;
  const writing = writes.then(async () => {
    const all = await readAll(store);
    const before = all.get(phone) ?? { schema: controlAnswersSchema, by: null, answers: [] };
    const others = before.answers.filter((each) => each.control !== control);
    const own = { control, question, answer, note, on: new Date(now).toISOString().slice(0, 10) };
    const answers = answer === null ? others : [...others, own].sort((a, b) => (a.control < b.control ? -1 : 1));
    const after = { ...before, answers };
    await store.write(file, JSON.stringify([...new Map(all).set(phone, after)]));
    return after;
  });
  writes = writing.then(
    () => undefined,
    () => undefined,
  );
  return await writing;
}

/** One after the other, so that no answer is lost between reading and writing. */
let writes: Promise<void> = Promise.resolve();

async function readAll(store: PrivateStore): Promise<ReadonlyMap<string, ControlAnswersDocument>> {
  if (store.state === "locked") throw isLockedError("What you answered by hand");
  const text = await store.readText(file);
  return new Map(text === undefined ? [] : keptFile.parse(JSON.parse(text)));
}
