/** Memory that many readers share, so that a hostile file cannot make each of them take its own most. */
export class ByteBudget {
  #left: number;
  /** How often bytes were refused. */
  refused = 0;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Takes bytes, or tells that there are not so many left. */
  take(bytes: number): boolean {
    if (bytes > this.#left) {
      this.refused++;
      return false;
    }
    this.#left -= bytes;
    return true;
  }

  /** Gives back what was taken. */
  give(bytes: number): void {
    this.#left += bytes;
  }
}
