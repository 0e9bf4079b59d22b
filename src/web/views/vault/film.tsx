import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import type { VaultFile } from "../../../centre/vault-page.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { letGo, type Poster, type PosterQueue } from "./film-poster.ts";
import { clockSaid } from "./words.ts";

/** A film as a tile: a frame of it, and how long it is. It is opened for that while the tile is in sight, a few at a time. */
export function FilmFace(props: {
  readonly address: string;
  readonly queue: PosterQueue;
  /** What stands there until a frame does, and where there is none. */
  readonly sign: JSX.Element;
}): JSX.Element {
  const [poster, setPoster] = createSignal<Poster | null>(null);
  const ends = new AbortController();
  onCleanup(() => ends.abort());
  void props.queue.poster(props.address, ends.signal).then((found) => {
    if (!ends.signal.aborted) setPoster(found);
  });
  return (
    <Show when={poster()} fallback={props.sign}>
      {(each) => (
        <span class="film-face">
          {each().canvas}
          <span class="film-mark">
            <Icon name="film" />
            <Show when={each().seconds}>
              {(seconds) => (
                <>
                  <span aria-hidden="true">{clockSaid(seconds())}</span>
                  <span class="visually-hidden">{t("films.length", { time: clockSaid(seconds()) })}</span>
                </>
              )}
            </Show>
          </span>
        </span>
      )}
    </Show>
  );
}

/** A film, large, with what plays and winds it. Only the part that is watched is fetched. What was filmed with a phone has no captions. */
export function LargeFilm(props: { readonly file: VaultFile; readonly address: string }): JSX.Element {
  const [failed, setFailed] = createSignal(false);
  const video = document.createElement("video");
  video.controls = true;
  video.playsInline = true;
  video.preload = "metadata";
  video.ariaLabel = props.file.name;
  video.addEventListener("error", () => setFailed(true));
  video.src = props.address;
  onCleanup(() => letGo(video));
  return (
    <div class="looking-at">
      <Show when={!failed()} fallback={<p class="notice">{t("films.noCodec")}</p>}>
        {video}
      </Show>
    </div>
  );
}
