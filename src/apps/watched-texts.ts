import { behaviourLiterals } from "./app-behaviour.ts";
import { secretLiterals } from "./app-secrets.ts";

/** What is looked for in all texts beside hosts: marks of secrets, then marks of behaviours. */
export const watchedTexts = [...secretLiterals, ...behaviourLiterals];

/** Where the marks of behaviours begin. */
export const firstBehaviour = secretLiterals.length;
