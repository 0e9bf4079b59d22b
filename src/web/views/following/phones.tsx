import { createResource, For, type JSX, Show } from "solid-js";
import type { ExaminationSummary } from "../../../centre/examinations.ts";
import { ask } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Link } from "../../parts/link.tsx";
import { nameOf } from "../examinations.tsx";

/** The phones that Candor knows, each with its history. Virtual ones are never on a cable. */
export function FollowedPhones(): JSX.Element {
  const [list, { refetch }] = createResource(() =>
    ask<{ readonly examinations: readonly ExaminationSummary[] }>("/examinations"),
  );
  const phones = (all: readonly ExaminationSummary[]) => {
    const groups = new Map<string, ExaminationSummary[]>();
    for (const each of all) {
      if (each.source.kind !== "phone" || each.phone?.startsWith("virtual:") !== false) continue;
      const key = each.serial ?? each.phone;
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return [...groups.values()];
  };
  return (
    <section aria-labelledby="following-phones">
      <h2 class="section" id="following-phones">
        {t("following.phones")}
      </h2>
      <Fetched from={list} again={() => void refetch()}>
        {(found) => (
          <Show
            when={phones(found().examinations).length > 0}
            fallback={<p class="soft">{t("following.phonesNone")}</p>}
          >
            <ul class="cards two">
              <For each={phones(found().examinations)}>
                {(own) => (
                  <li class="card column">
                    <h3>
                      <Link to={`/e/${encodeURIComponent(own[0]?.id ?? "")}/history`}>{nameOf(own[0])}</Link>
                    </h3>
                    <p class="soft">
                      {t("following.phoneCount", {
                        count: own.length,
                        time: formatTime(own[0]?.takenAt ?? own[0]?.keptAt ?? ""),
                      })}
                    </p>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Fetched>
    </section>
  );
}
