import { createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import type { VaultFile } from "../../../centre/vault-page.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { FilmFace } from "./film.tsx";
import { PosterQueue } from "./film-poster.ts";
import { endingOf, isHeicName, mayBeFilm, mayBeSeen } from "./words.ts";

/** What a folder's names need to be shown, whether as pictures or as a list. */
export interface Shelf {
  readonly files: readonly VaultFile[];
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (ref: string) => void;
  readonly folderAt: (ref: string) => string;
  readonly addressOf: (file: VaultFile, as: "picture" | "film" | "download") => string;
  readonly onLook: (file: VaultFile) => void;
}

/**
 * Names as tiles, photos with their picture, films with a frame of theirs. What is to be seen is fetched when its tile comes near the window and
 * given up when it goes far from it, so that a folder of thousands asks for as much as is in sight.
 */
export function Tiles(props: { readonly shelf: Shelf }): JSX.Element {
  const queue = new PosterQueue();
  const near = new WeakMap<Element, (isNear: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near.get(target)?.(isIntersecting);
    },
    { rootMargin: "400px 0px" },
  );
  onCleanup(() => observer.disconnect());
  const watch = (tile: Element, onNear: (isNear: boolean) => void) => {
    near.set(tile, onNear);
    observer.observe(tile);
    onCleanup(() => observer.unobserve(tile));
  };
  return (
    <ul class="tiles">
      <For each={props.shelf.files}>
        {(file) => <Tile file={file} shelf={props.shelf} watch={watch} queue={queue} />}
      </For>
    </ul>
  );
}

function Tile(props: {
  readonly file: VaultFile;
  readonly shelf: Shelf;
  readonly watch: (tile: Element, onNear: (isNear: boolean) => void) => void;
  readonly queue: PosterQueue;
}): JSX.Element {
  const { file } = props;
  const [isNear, setNear] = createSignal(false);
  return (
    <li
      class="tile"
      classList={{ chosen: props.shelf.chosen.has(file.ref) }}
      ref={(tile) => props.watch(tile, setNear)}
    >
      <Show
        when={file.kind === "dir"}
        fallback={
          <Show when={mayBeSeen(file)} fallback={<Sign file={file} />}>
            <button type="button" class="tile-face" onClick={() => props.shelf.onLook(file)}>
              <span class="visually-hidden">
                {t(mayBeFilm(file) ? "films.play" : "vault.look", { name: file.name })}
              </span>
              <Show
                when={mayBeFilm(file)}
                fallback={<Thumbnail file={file} isNear={isNear()} address={props.shelf.addressOf(file, "picture")} />}
              >
                <Show when={isNear()} fallback={<span class="tile-wait" />}>
                  <FilmFace
                    address={props.shelf.addressOf(file, "film")}
                    queue={props.queue}
                    sign={<Ending name={file.name} />}
                  />
                </Show>
              </Show>
            </button>
          </Show>
        }
      >
        <Link to={props.shelf.folderAt(file.ref)} class="tile-face folder">
          <span class="visually-hidden">{file.name}</span>
          <Icon name="folder" />
        </Link>
      </Show>
      <div class="tile-name">
        <input
          type="checkbox"
          aria-label={t("vault.chooseFile", { name: file.name })}
          checked={props.shelf.chosen.has(file.ref)}
          onChange={() => props.shelf.toggle(file.ref)}
        />
        <span title={file.name} aria-hidden={file.kind === "dir" || mayBeSeen(file) ? "true" : undefined}>
          {file.name}
        </span>
      </div>
    </li>
  );
}

function Thumbnail(props: {
  readonly file: VaultFile;
  readonly isNear: boolean;
  readonly address: string;
}): JSX.Element {
  const [state, setState] = createSignal<"waiting" | "shown" | "failed">("waiting");
  return (
    <Show when={state() !== "failed"} fallback={<Ending name={props.file.name} isLooked />}>
      <Show when={props.isNear} fallback={<span class="tile-wait" />}>
        <img
          src={props.address}
          alt=""
          decoding="async"
          class={state()}
          onLoad={() => setState("shown")}
          onError={() => setState("failed")}
        />
      </Show>
    </Show>
  );
}

function Sign(props: { readonly file: VaultFile }): JSX.Element {
  return (
    <span class="tile-face sign-only">
      <Ending name={props.file.kind === "file" ? props.file.name : ""} />
    </span>
  );
}

/** What kind of file it is, where no picture can tell: MP4, PDF, and HEIC, where it was looked whether there is one in it. */
function Ending(props: { readonly name: string; readonly isLooked?: boolean }): JSX.Element {
  return (
    <span class="tile-ending" aria-hidden="true">
      <Icon name={mayBeFilm({ kind: "file", name: props.name }) ? "film" : "document"} />
      {endingOf(props.name)}
      <Show when={props.isLooked && isHeicName(props)}>
        <span class="tile-why">{t("films.noneInside")}</span>
      </Show>
    </span>
  );
}
