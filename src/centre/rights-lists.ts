import type { Authorities } from "../feeds/authorities.ts";
import { authorities } from "../feeds/authorities.ts";
import { type Controllers, controllers } from "../feeds/controllers.ts";
import { type LetterTemplates, letterTemplates } from "../feeds/letter-templates.ts";
import { type PrivacyLaws, privacyLaws } from "../feeds/privacy-laws.ts";
import { type PublicHolidays, publicHolidays } from "../feeds/public-holidays.ts";
import { type Recipients, recipients } from "../feeds/recipients.ts";
import { type RightsArticles, rightsArticles } from "../feeds/rights-articles.ts";
import { loadFeeds } from "./feeds.ts";

/** The lists that letters are made from, those in use. */
export interface RightsLists {
  readonly recipients: Recipients;
  readonly controllers: Controllers;
  /** Of the list of controllers, yyyy-mm-dd. */
  readonly controllersDate: string;
  readonly authorities: Authorities;
  readonly authoritiesDate: string;
  readonly templates: LetterTemplates;
  readonly articles: RightsArticles;
  readonly laws: PrivacyLaws;
  readonly holidays: PublicHolidays;
}

/** Loads the lists for letters. */
export async function rightsLists(dataFolder: string): Promise<RightsLists> {
  const wanted = [recipients, controllers, authorities, letterTemplates, rightsArticles, privacyLaws, publicHolidays];
  const loaded = await loadFeeds(dataFolder, wanted);
  const found = (id: string) => {
    const list = loaded.find((each) => each.id === id);
    if (!list) throw new Error(`the list ${id} comes with Candor and is not there`);
    return list;
  };
  return {
    recipients: found(recipients.id).value as Recipients,
    controllers: found(controllers.id).value as Controllers,
    controllersDate: found(controllers.id).date,
    authorities: found(authorities.id).value as Authorities,
    authoritiesDate: found(authorities.id).date,
    templates: found(letterTemplates.id).value as LetterTemplates,
    articles: found(rightsArticles.id).value as RightsArticles,
    laws: found(privacyLaws.id).value as PrivacyLaws,
    holidays: found(publicHolidays.id).value as PublicHolidays,
  };
}
