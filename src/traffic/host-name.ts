/**
 * The name of a host as all records have it: lower case, without a dot at the end.
 *
 * @returns null for what is no name: an empty text, one with spaces, slashes or control characters, one of more than 253 characters.
 */
export function hostName(written: string): string | null {
  const name = written.toLowerCase().replace(/\.$/, "");
  return name.length > 0 && name.length <= 253 && !/[\s\p{Cc}/\\"<>]/u.test(name) ? name : null;
}
