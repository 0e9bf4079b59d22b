/** `exit`, `exec`, and everything else that ends a shell with a code. */
export class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/** `break` and `continue`, on their way to the loop that is meant. */
export class LoopJump extends Error {
  readonly to: "break" | "continue";
  levels: number;
  constructor(to: "break" | "continue", levels: number) {
    super(to);
    this.to = to;
    this.levels = levels;
  }
}
