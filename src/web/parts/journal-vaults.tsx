import { For, type JSX, Show } from "solid-js";
import type { JournalStanding } from "../../centre/journal-standing.ts";
import { formatTime, t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** Which vaults hold a signed state of the journal, so that one that is cut off here is told there. */
export function InVaults(props: {
  readonly of: JournalStanding;
  readonly onKeeps: (vaults: boolean) => void;
  readonly onCompare: (vault: string, name: string) => void;
}): JSX.Element {
  const known = () => props.of.inVaults ?? [];
  return (
    <section class="proof-vaults" aria-labelledby="proof-vaults">
      <h2 id="proof-vaults">{t("witness.title")}</h2>
      <Show when={known().length > 0} fallback={<p class="soft">{none(props.of)}</p>}>
        <ul>
          <For each={known()}>
            {({ vault, name, at, size }) => (
              <li>
                <Icon name="vault" />
                <span class="grow">
                  <Link to={`/vault/${vault}`}>{name}</Link>
                  <span class="under">{t("witness.last", { count: size, time: formatTime(at) })}</span>
                </span>
                <button
                  type="button"
                  class="button quiet small no-print"
                  aria-label={t("witness.compareWith", { name })}
                  onClick={() => props.onCompare(vault, name)}
                >
                  {t("witness.compare")}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <label class="wish no-print">
        <input
          type="checkbox"
          checked={props.of.keepsInVaults}
          onChange={(event) => props.onKeeps(event.currentTarget.checked)}
        />
        {t("witness.keep")}
      </label>
    </section>
  );
}

function none({ inVaults, keys, keepsInVaults }: JournalStanding): string {
  if (inVaults === null) return t("witness.locked");
  if (!keepsInVaults) return t("witness.off");
  return t(keys.length === 0 ? "witness.noKey" : "witness.none");
}
