import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { TilePicture } from "../app-picture.ts";
import "../style/tile.css";

/**
 * An app's icon, or its first letter where there is none; it says nothing of its own to whoever reads by ear. Pictures are always fetched as
 * pictures and never become part of the page.
 */
export function AppTile(props: {
  readonly name: string;
  readonly picture?: TilePicture | null | undefined;
  readonly size?: "small" | "large";
}): JSX.Element {
  const given = createMemo(() => props.picture ?? undefined);
  // Of a picture that cannot be shown, none of its layers is.
  const [broken, setBroken] = createSignal<TilePicture>();
  const picture = createMemo(() => (given() === broken() ? undefined : given()));
  const letter = () => [...ownWord(props.name)].find((each) => /[\p{L}\p{N}]/u.test(each)) ?? "·";
  return (
    <span
      class="tile"
      classList={{ small: props.size === "small", large: props.size === "large", shown: picture() !== undefined }}
      data-fills={picture()?.fills ? "" : undefined}
      data-cut={picture()?.layers.some(reachesOver) ? "" : undefined}
      aria-hidden="true"
    >
      <Show when={picture()} fallback={letter().toLocaleUpperCase()} keyed>
        {(shown) => (
          <For each={shown.layers}>
            {({ source, box: [left = 0, top = 0, width = 1, height = 1] }) => (
              <img
                src={source}
                alt=""
                decoding="async"
                draggable={false}
                style={{ left: share(left), top: share(top), width: share(width), height: share(height) }}
                onError={() => setBroken(shown)}
              />
            )}
          </For>
        )}
      </Show>
    </span>
  );
}

/** Of the name of a package its last word: the first is “com” for most of them. */
function ownWord(name: string): string {
  return /^\w+(?:\.\w+)+$/.test(name) ? name.slice(name.lastIndexOf(".") + 1) : name;
}

/** What Candor drew has the shape of the tile already; bitmaps reach over its edges. */
function reachesOver({ box }: TilePicture["layers"][number]): boolean {
  return box.some((each, n) => each !== (n < 2 ? 0 : 1));
}

function share(of: number): string {
  return `${of * 100}%`;
}
