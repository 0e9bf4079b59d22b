/**
 * What a phone answers instead of doing what was asked. `text` goes to standard error as it stands, without a line break at
 * its end; `code` is the exit code.
 */
export class Refusal extends Error {
  readonly text: string;
  readonly code: number;

  constructor(text: string, code = 255) {
    super(text);
    this.name = "Refusal";
    this.text = text;
    this.code = code;
  }
}

/**
 * A `SecurityException` out of a service that handles shell commands (AOSP: android.os.BasicShellCommandHandler): the message
 * with the frames of a stack, exit code 255.
 */
export function securityException(verb: string, message: string): Refusal {
  return new Refusal(
    [
      "",
      `Exception occurred while executing '${verb}':`,
      `java.lang.SecurityException: ${message}`,
      "\tat android.os.Parcel.createExceptionOrNull(Parcel.java:3253)",
      "\tat android.os.BasicShellCommandHandler.exec(BasicShellCommandHandler.java:97)",
      "\tat android.os.ShellCommand.exec(ShellCommand.java:38)",
    ].join("\n"),
  );
}

/** A user that the shell may not enter: a secure folder, a private space that is locked. */
export function noSuchAccess(verb: string, user: number): Refusal {
  return securityException(verb, `Shell does not have permission to access user ${user}`);
}
