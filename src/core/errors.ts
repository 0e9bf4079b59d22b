/**
 * The input does not have the layout that a parser knows.
 *
 * Parsers in `formats/` and `facts/` throw it instead of returning an empty value; the engine turns it into `unknown`.
 * `offset` is a byte or character position where that is known.
 */
export class FormatError extends Error {
  readonly format: string;
  readonly offset: number | undefined;

  constructor(format: string, message: string, offset?: number) {
    super(`${format}: ${message}`);
    this.name = "FormatError";
    this.format = format;
    this.offset = offset;
  }
}

/** What is told to a person, and told apart by programs: a code, a message that says what happened, and what to do. */
abstract class CodedError<Code extends string> extends Error {
  readonly code: Code;
  readonly next: string | undefined;

  constructor(code: Code, message: string, next?: string) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

/** Why a source could not answer: the codes that reports, captures and saved examinations hold. */
export const deviceErrorCodes = [
  "absent", // this capture does not hold the answer to this command
  "refused", // the phone answered with a refusal
  "timeout", // no complete answer within the time limit
  "too-large", // the answer passed the output limit
  "gone", // the phone vanished, the connection was cut
  "cancelled", // the person stopped the examination
  "unauthorised", // the phone has not allowed this computer
  "offline", // the phone is listed but does not answer
  "no-permission", // the operating system does not let us open the device
  "no-adb", // there is no adb server and no adb to start
  "no-device", // no such phone
  "several-devices", // more than one phone is ready, and none was chosen
  "unreadable", // the file or folder is not an input that Candor knows
] as const;
export type DeviceErrorCode = (typeof deviceErrorCodes)[number];

/** A source could not be opened or could not answer; the message says what happened, `next` what to do. */
export class DeviceError extends CodedError<DeviceErrorCode> {
  override readonly name = "DeviceError";
}

/** Why what Candor keeps could not be read or written. */
export const vaultErrorCodes = [
  "busy", // another Candor is at work on it
  "locked", // it is encrypted, and the passphrase has not been given
  "closed", // this vault is not open here, or no longer: its own passphrase is needed
  "wrong-passphrase", // the passphrase is another one
  "damaged", // what lies on the disk is not what was written
  "interrupted", // an earlier change has to be finished or undone first
  "unwritable", // the disk is full or does not take it
  "absent", // there is no such file, snapshot or entry
  "denied", // the place does not accept the credentials, or does not allow it
  "unreachable", // the place does not answer
  "cancelled", // the person stopped it
  "refused", // it cannot be done, as the message says
] as const;
export type VaultErrorCode = (typeof vaultErrorCodes)[number];

/** What Candor keeps (journal, vault, private files) could not be used; the message says what happened, `next` what to do. */
export class VaultError extends CodedError<VaultErrorCode> {
  override readonly name = "VaultError";
}

/** A check met a value that the phone did not report; the engine turns it into the outcome `unknown`. */
export class NotReported extends Error {
  constructor(what: string) {
    super(what);
    this.name = "NotReported";
  }
}

/**
 * The value, or `unknown` for the whole check when the phone did not report it.
 *
 * @param what the end of the sentence "The phone did not report …", for example `ro.crypto.state`.
 * @throws NotReported when `value` is undefined, null or the empty string.
 */
export function reported<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null || value === "") throw new NotReported(`The phone did not report ${what}.`);
  return value;
}
