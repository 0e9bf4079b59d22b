import { addLogged, demandSome, type LoggedQuestion, type QuestionLog } from "./logged-question.ts";
import { eachLine } from "./text-lines.ts";

const format = "pihole log";
/** Longer lines than names, addresses and words make are none of dnsmasq's. */
const maxLength = 2000;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const layout = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (?:[\w.-]+ )?dnsmasq\[\d+\]: (?:\d+ \S+\/\d+ )?(.+)$/;
/** Questions whose answers are awaited at the same time. */
const maxOpen = 10_000;

/** The log's clock: its lines have neither year nor zone. */
export interface LogClock {
  /** Of the last line. */
  readonly year: number;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
}

/** A question while its answer is awaited. */
interface Open extends LoggedQuestion {
  address: string | null;
  blocked: boolean;
}

/** A moment of a year that is not told. */
interface Stamp {
  readonly month: number;
  readonly day: number;
  readonly seconds: number;
}

/**
 * Reads the log of dnsmasq as Pi-hole has it, with `log-queries` or `log-queries=extra`: each question with the answer that follows it.
 *
 * @param clock where it is null, no question has a time
 * @throws FormatError where none of its lines can be read
 */
export async function readPiholeLog(chunks: AsyncIterable<Uint8Array>, clock: LogClock | null): Promise<QuestionLog> {
  const log = new Log();
  await eachLine(chunks, format, (line, number) => log.line(line, number));
  const { asked, unreadable, years } = log;
  demandSome(asked, unreadable, format);
  const first = (clock?.year ?? 2000) - years;
  return {
    unreadable,
    questions: asked.map(({ question, stamp, year }) => {
      const moment = Date.UTC(first + year, stamp.month, stamp.day) + stamp.seconds * 1000;
      return { ...question, moment, time: clock && moment - clock.offsetMinutes * 60_000 };
    }),
  };
}

/** What was read so far. */
class Log {
  readonly asked: { readonly question: Open; readonly stamp: Stamp; readonly year: number }[] = [];
  unreadable = 0;
  /** How often a year ended. */
  years = 0;
  readonly #open = new Map<string, Open>();
  #month = 0;
  /** The question whose answer led on to another name. */
  #led: Open | undefined;

  line(line: string, number: number): void {
    const match = line.length > maxLength ? null : layout.exec(line);
    const stamp = match && stampOf(match);
    if (!match || !stamp) {
      if (line.trim() !== "") this.unreadable++;
      return;
    }
    // Lines of several threads swap places by seconds, not by months.
    if (stamp.month < this.#month - 6) this.years++;
    this.#month = stamp.month;
    this.#message(match[6] ?? "", stamp, number);
  }

  #message(message: string, stamp: Stamp, number: number): void {
    const question = /^query\[([\w-]{1,20})\] (\S+) from (\S+)$/.exec(message);
    if (question) this.#ask(question, stamp, number);
    else this.#answer(message);
  }

  #ask([, type = "", name = "", client = ""]: RegExpExecArray, stamp: Stamp, number: number): void {
    const question: Open = { number, time: null, moment: null, name, type, client, address: null, blocked: false };
    addLogged(this.asked, { question, stamp, year: this.years }, format);
    this.#open.delete(name);
    this.#open.set(name, question);
    const [oldest] = this.#open.keys();
    if (this.#open.size > maxOpen && oldest !== undefined) this.#open.delete(oldest);
  }

  /** `reply NAME is ADDRESS`, `cached …`, `gravity blocked …`; other messages (`forwarded …`) tell nothing more. */
  #answer(message: string): void {
    const is = message.lastIndexOf(" is ");
    if (is < 0) return;
    const words = message.slice(0, is).split(" ");
    const name = words.pop() ?? "";
    const found = this.#open.get(name) ?? (words[0] === "reply" || words[0] === "cached" ? this.#led : undefined);
    if (!found) return;
    const said = message.slice(is + 4);
    if (/block|denied|blacklist|special/.test(words.join(" "))) found.blocked = true;
    else if (said === "<CNAME>") this.#led = found;
    else if (/^[\da-fA-F:.]+$/.test(said)) found.address ??= said;
  }
}

function stampOf([, name = "", date = "", ...time]: RegExpExecArray): Stamp | null {
  const month = months.indexOf(name);
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(0, 3).map(Number);
  const day = Number(date);
  if (month < 0 || day < 1 || day > 31 || hours > 23 || minutes > 59 || seconds > 60) return null;
  return { month, day, seconds: (hours * 60 + minutes) * 60 + seconds };
}
