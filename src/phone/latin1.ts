/** One character a byte, so that text tools lose nothing of what is not UTF-8. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of such a text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** An argument's UTF-8 bytes as such a text: a backslash escape may add single bytes to it. */
export function argumentBytes(argument: string): string {
  return latin1(new TextEncoder().encode(argument));
}
