import { behaviourLiterals } from "./app-behaviour.ts";
import { secretLiterals } from "./app-secrets.ts";
import { builtInTexts } from "./native-versions.ts";

/** What is looked for in all texts beside hosts: marks of secrets, then marks of behaviours, then those of libraries in native code. */
export const watchedTexts = [...secretLiterals, ...behaviourLiterals, ...builtInTexts];

/** Where the marks of behaviours begin. */
export const firstBehaviour = secretLiterals.length;

/** Where the marks of libraries begin. */
export const firstBuiltIn = firstBehaviour + behaviourLiterals.length;
