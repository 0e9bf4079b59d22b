import { pageSettings, readPageSettings, writePageSettings } from "../centre/page-settings.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";

/** How a person wants the page. */
export function settingsRoutes(api: Api, { dataFolder }: ServerContext): void {
  api.get("/settings", { about: "Language and appearance", answer: pageSettings }, async () =>
    readPageSettings(dataFolder),
  );
  api.put(
    "/settings",
    { about: "Keeps language and appearance", body: pageSettings, answer: pageSettings },
    async (given) => {
      await writePageSettings(dataFolder, given.body);
      return given.body;
    },
  );
}
