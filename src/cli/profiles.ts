import { answersToFill, describeProfile, findProfile, profiles } from "../centre/assess.ts";
import { appAnswersToFill, describeAppProfile } from "../centre/assess-apps.ts";
import { writeCatalog } from "../centre/assessment-files.ts";
import { wrap } from "../report/plain-text.ts";
import { severityNames } from "../report/wording.ts";
import { type Context, columns } from "./context.ts";
import { failure } from "./failure.ts";

/** The profile that apps are held against, and no phones. */
const forApps = "app";

/** `candor profiles`: the profiles that there are. */
export function listProfiles(this: Context, { json }: { readonly json: boolean }): void {
  const { stdout } = this.process;
  const described = [...profiles.map((profile) => describeProfile(profile)), describeAppProfile()];
  if (json) {
    const rows = described.map(({ id, title, version, audience, controls }) => {
      return { id, title, version, audience, controls: controls.length };
    });
    stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
    return;
  }
  for (const { id, audience, controls } of described)
    stdout.write(`${id.padEnd(16)} ${String(controls.length).padStart(3)} controls  ${audience}\n`);
  stdout.write("\nOne in full: candor profiles show PROFILE\n");
}

/** `candor profiles show PROFILE`: each control with its rule. */
export function showProfile(
  this: Context,
  flags: { readonly json: boolean; readonly oscal: boolean },
  id: string,
): void {
  const { stdout } = this.process;
  try {
    const described = id === forApps ? describeAppProfile() : describeProfile(findProfile(id));
    if (flags.oscal) stdout.write(writeCatalog(described, this.now()));
    else if (flags.json) stdout.write(`${JSON.stringify(described, null, 1)}\n`);
    else stdout.write(text(described, columns(stdout)));
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** `candor profiles answers PROFILE`: a file of answers to fill in. */
export function profileAnswers(this: Context, _flags: object, id: string): void {
  try {
    this.process.stdout.write(
      `${JSON.stringify(id === forApps ? appAnswersToFill() : answersToFill(findProfile(id)), null, 1)}\n`,
    );
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

function text({ title, version, scope, limits, controls }: ReturnType<typeof describeProfile>, room: number): string {
  const body = controls.map(({ id, title, severity, level, asks, question, references }) => {
    const by = asks.length > 0 ? asks.map(({ check }) => check).join(", ") : "a person's answer";
    const refs = references.map(({ document, section }) => `${document} ${section}`).join("; ");
    return [
      `${id} ${title} (${level}, ${severityNames[severity].toLowerCase()})`,
      ...wrap(`Decided by: ${by}`, room - 4).map((line) => `    ${line}`),
      ...(question === undefined ? [] : wrap(`Asked: ${question}`, room - 4).map((line) => `    ${line}`)),
      ...wrap(`See: ${refs}`, room - 4).map((line) => `    ${line}`),
    ].join("\n");
  });
  return [
    `${title}, version ${version}`,
    ...wrap(scope, room),
    "",
    ...body,
    "",
    ...limits.flatMap((limit) => wrap(`- ${limit}`, room)),
    "",
  ].join("\n");
}
