import { For, type JSX } from "solid-js";
import type { Assessment, Profile } from "../../../core/assessment.ts";
import { controlSaid } from "../../control-texts.ts";
import { t } from "../../i18n.ts";
import { Link } from "../../parts/link.tsx";
import { SaidText } from "../../parts/said.tsx";

/** The profiles that there are, and whether a PDF can be made here. */
export interface ProfileList {
  readonly profiles: readonly Pick<Profile, "id" | "title" | "version" | "audience" | "scope" | "limits">[];
  readonly pdf: boolean;
}

/** In the order in which most people need them; what is not named here follows. */
const order = ["owner", "person-at-risk", "company-phone", "vendor-claims"];
const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);

/** Which profile: a sentence each. */
export function ProfileChoice(props: {
  readonly list: ProfileList["profiles"];
  readonly chosen: string;
  /** Path of the examination. */
  readonly base: string;
}): JSX.Element {
  return (
    <nav aria-label={t("assessment.profiles")} class="no-print">
      <ul class="profiles">
        <For each={[...props.list].sort((a, b) => place(a.id) - place(b.id))}>
          {(profile) => (
            <li>
              <Link to={`${props.base}/assessment/${profile.id}`} class="profile" current={props.chosen === profile.id}>
                <strong>
                  <SaidText said={controlSaid(profile.title)} />
                </strong>
                <span class="soft">
                  <SaidText said={controlSaid(profile.audience)} />
                </span>
              </Link>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** What the profile is about and what it does not show. */
export function Scope(props: { readonly assessment: Assessment }): JSX.Element {
  const profile = () => props.assessment.profile;
  return (
    <section class="card column" aria-labelledby="assessment-scope">
      <h2 id="assessment-scope">{t("assessment.scope")}</h2>
      <p>
        <SaidText said={controlSaid(profile().scope)} />
      </p>
      <ul>
        <For each={profile().limits}>
          {(limit) => (
            <li>
              <SaidText said={controlSaid(limit)} />
            </li>
          )}
        </For>
      </ul>
      <p class="soft">
        {t("assessment.notice")} {t("assessment.version", { profile: profile().id, version: profile().version })}
      </p>
    </section>
  );
}
