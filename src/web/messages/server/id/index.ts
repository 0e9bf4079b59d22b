import type { Phrases } from "../../check-texts.ts";
import { care } from "./care.ts";
import { changes } from "./changes.ts";
import { collection } from "./collection.ts";
import { errors } from "./errors.ts";
import { hardware } from "./hardware.ts";
import { phoneFiles } from "./phone-files.ts";
import { places } from "./places.ts";
import { proof } from "./proof.ts";
import { rights } from "./rights.ts";
import { screens } from "./screens.ts";
import { sharing } from "./sharing.ts";
import { vault } from "./vault.ts";
import { words } from "./words.ts";

/** Sentences of the server in Indonesian, by the English ones. */
export const phrases: Phrases = {
  ...care,
  ...changes,
  ...words,
  ...screens,
  ...collection,
  ...errors,
  ...hardware,
  ...phoneFiles,
  ...places,
  ...proof,
  ...rights,
  ...sharing,
  ...vault,
};
