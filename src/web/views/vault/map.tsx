import { createMemo, For, type JSX, Show } from "solid-js";
import type { VaultCard } from "../../../centre/vault-cards.ts";
import { isOnMap, worldMap } from "../../../report/traffic-map.ts";
import { countryName, t } from "../../i18n.ts";
import { Land, MapPlace } from "../../parts/traffic/land.tsx";
import { useWidth } from "../../parts/traffic/width.ts";
import { type Region, regionWhole } from "./words.ts";
import "../../style/traffic.css";

interface VaultPlace {
  readonly name: string;
  readonly address: string;
  readonly region: Region;
}

/** Where the vaults and their copies lie: on a map what is known to be in a country, in words all of it. */
export function VaultMap(props: { readonly cards: readonly VaultCard[] }): JSX.Element {
  const all = createMemo<readonly VaultPlace[]>(() =>
    props.cards.flatMap(({ name, address, region, copies }) => [
      { name, address, region },
      ...copies.map(({ address: place, region: where }) => ({
        name: t("place.copyName", { name }),
        address: place,
        region: where,
      })),
    ]),
  );
  const placed = createMemo(() => all().filter(({ region }) => region?.country != null && isOnMap(region.country)));
  const others = createMemo(() => all().filter((place) => !placed().includes(place)));
  return (
    <section class="section" aria-labelledby="vault-map">
      <h2 id="vault-map">{t("vault.map")}</h2>
      <Show when={placed().length > 0} fallback={<p class="soft">{t("vault.mapEmpty")}</p>}>
        <p class="soft">{t("vault.mapAbout")}</p>
        <Picture places={placed()} />
      </Show>
      <Show when={others().length > 0}>
        <h3>{t("vault.notOnMap")}</h3>
        <PlaceList places={others()} />
      </Show>
    </section>
  );
}

function Picture(props: { readonly places: readonly VaultPlace[] }): JSX.Element {
  const [width, watch] = useWidth();
  const countries = createMemo(() => {
    const found = new Map<string, { count: number; verified: boolean }>();
    for (const { region } of props.places) {
      const known = found.get(region?.country ?? "") ?? { count: 0, verified: true };
      found.set(region?.country ?? "", {
        count: known.count + 1,
        verified: known.verified && region?.verified != null,
      });
    }
    return found;
  });
  const map = createMemo(() => {
    const wide = Math.max(320, width());
    const counts = new Map([...countries()].map(([country, { count }]) => [country, count]));
    return worldMap(counts, null, { width: wide, height: Math.round(wide * (wide < 600 ? 0.66 : 0.4)) });
  });
  const howOf = (country: string) => (countries().get(country)?.verified ? "verified" : "declared");
  const said = (country: string, count: number) =>
    t("vault.mapPlaces", { country: countryName(country), count, how: t(`vault.${howOf(country)}`) });
  return (
    <figure class="traffic-picture vault-picture" ref={watch}>
      <svg
        viewBox={`0 0 ${map().width} ${map().height}`}
        role="img"
        aria-label={t("vault.mapSaid", {
          list: map()
            .places.map(({ country, count }) => said(country, count))
            .join("; "),
        })}
      >
        <Land map={map()} classOf={(country) => (countries().has(country) ? howOf(country) : undefined)} />
        <For each={[...map().places].reverse()}>
          {(place) => (
            <MapPlace
              place={place}
              kind={howOf(place.country)}
              sign={howOf(place.country) === "verified" ? "✓" : "?"}
              title={said(place.country, place.count)}
            />
          )}
        </For>
      </svg>
      <figcaption>
        <ul class="legend">
          <For
            each={(["verified", "declared"] as const).filter((how) =>
              [...countries().keys()].some((each) => howOf(each) === how),
            )}
          >
            {(how) => (
              <li>
                <span class={`standing ${how}`}>
                  <span class="sign" aria-hidden="true">
                    {how === "verified" ? "✓" : "?"}
                  </span>
                  {t(`vault.${how}`)}
                </span>
              </li>
            )}
          </For>
        </ul>
        <PlaceList places={props.places} />
      </figcaption>
    </figure>
  );
}

/** Each place with where it is, and how that is known. */
function PlaceList(props: { readonly places: readonly VaultPlace[] }): JSX.Element {
  return (
    <ul class="place-list">
      <For each={props.places}>
        {({ name, address, region }) => (
          <li>
            <strong>{name}</strong> <span class="mono">{address}</span>
            <span class="under">{regionWhole(region)}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
