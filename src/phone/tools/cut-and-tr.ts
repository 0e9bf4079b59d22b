import { argumentBytes, bytesOf, latin1 } from "../latin1.ts";
import { readEscapes } from "../shell/echo.ts";
import { joinLines, lineBatches, overOperands } from "./lines.ts";
import { parseOptions, type Tool, ToolError, UsageError } from "./tool.ts";

/** `cut -d X -f LIST`, `cut -c LIST`, `cut -b LIST`. */
export const cut: Tool = (args, io, phone) => {
  const { operands, value, has } = parseOptions(args, "d:f:c:b:s");
  const list = value("f") ?? value("c") ?? value("b");
  if (list === undefined) throw new UsageError("Needs -CFfcb");
  const wanted = inList(list, ["f", "c", "b"].find((each) => value(each) !== undefined) ?? "");
  const delimiter = value("f") === undefined ? "" : (value("d") ?? "\t");
  return overOperands("cut", operands, io, phone, async (source) => {
    for await (const lines of lineBatches(source)) {
      const shown = lines.map(latin1).flatMap((line) => {
        if (delimiter !== "" && !line.includes(delimiter)) return has("s") ? [] : [line];
        return [
          line
            .split(delimiter)
            .filter((_, index) => wanted(index + 1))
            .join(delimiter),
        ];
      });
      await io.write(joinLines(shown.map(bytesOf)));
    }
  });
};

function inList(list: string, letter: string): (position: number) => boolean {
  const ranges = list.split(",").map((range) => {
    const [, from, dash, to] = /^([0-9]*)(-?)([0-9]*)$/.exec(range) ?? [];
    if (from === undefined || (from === "" && to === "") || from === "0") {
      throw new ToolError(`bad -${letter} '${list}'\n${" ".repeat(`cut: bad -${letter} '`.length + list.length)}^`);
    }
    return [Number(from || 1), dash === "" ? Number(from) : Number(to || Number.POSITIVE_INFINITY)] as const;
  });
  return (position) => ranges.some(([from, to]) => position >= from && position <= to);
}

/** `tr [-d] SET [SET]`, `tr -s SET`; sets are characters, ranges and escapes. */
export const tr: Tool = async (args, io) => {
  const { operands, has } = parseOptions(args, "dsc");
  const [from = "", to] = operands;
  const listed = setOf(from);
  const first = has("c")
    ? Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !listed.includes(byte))
    : listed;
  const second = to === undefined ? [] : setOf(to);
  const map = new Map<number, number>(first.map((byte, index) => [byte, second[index] ?? second.at(-1) ?? byte]));
  const squeezed = new Set(has("s") ? (to === undefined ? first : second) : []);
  let last = -1;
  for await (const chunk of io.stdin) {
    const shown: number[] = [];
    for (const byte of chunk) {
      if (has("d") && map.has(byte)) continue;
      const written = map.get(byte) ?? byte;
      if (written !== last || !squeezed.has(written)) shown.push(written);
      last = written;
    }
    await io.write(Uint8Array.from(shown));
  }
  return 0;
};

function setOf(text: string): readonly number[] {
  const named = text.replace("[:upper:]", "A-Z").replace("[:lower:]", "a-z").replace("[:digit:]", "0-9");
  const bytes = bytesOf(readEscapes(argumentBytes(named)).text);
  const set: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const from = bytes[at] ?? 0;
    const to = bytes[at + 1] === 45 ? bytes[at + 2] : undefined;
    for (let byte = from; byte <= (to ?? from); byte++) set.push(byte);
    if (to !== undefined) at += 2;
  }
  return set;
}
