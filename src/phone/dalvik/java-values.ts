/** What a register holds: a number, a text, null, or any other object. */
export type JavaValue = number | string | null | JavaObject;

/** An object of the machine. */
export interface JavaObject {
  /** Descriptor of its class. */
  readonly type: string;
  /** What the class keeps in it: the elements of an array, the fields of a Throwable. */
  data: unknown;
}

/** What a Throwable keeps. */
export interface ThrowableData {
  readonly message: string | null;
  readonly cause: JavaObject | null;
}

/** Something thrown on the machine, on its way through ours. */
export class Thrown extends Error {
  readonly object: JavaObject;

  constructor(object: JavaObject) {
    super(object.type);
    this.name = "Thrown";
    this.object = object;
  }
}

/** Makes a throwable by the name of its class, with dots. */
export function thrown(className: string, message: string | null = null, cause: JavaObject | null = null): Thrown {
  const data: ThrowableData = { message, cause };
  return new Thrown({ type: `L${className.replaceAll(".", "/")};`, data });
}

/** `class: message`, as Throwable.toString makes it. */
export function throwableText({ type, data }: JavaObject): string {
  const name = dotted(type);
  const { message } = data as ThrowableData;
  return message === null ? name : `${name}: ${message}`;
}

/** The name of a class with dots. */
export function dotted(descriptor: string): string {
  return descriptor.replace(/^L|;$/g, "").replaceAll("/", ".");
}

/** The elements of an array. @throws Thrown java.lang.NullPointerException */
export function elements(value: JavaValue): JavaValue[] {
  if (value === null || typeof value !== "object" || !Array.isArray(value.data))
    throw thrown("java.lang.NullPointerException", "Attempt to get length of null array");
  return value.data as JavaValue[];
}

/** An array of bytes. */
export function byteArray(bytes: Uint8Array): JavaObject {
  return { type: "[B", data: Array.from(bytes, (byte) => (byte << 24) >> 24) };
}

/** The bytes of such an array. */
export function bytesOf(value: JavaValue): Uint8Array {
  return Uint8Array.from(elements(value) as number[], (byte) => byte & 0xff);
}
