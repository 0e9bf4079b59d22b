import { For, type JSX, Match, Show, Switch } from "solid-js";
import type { VaultFile } from "../../../centre/vault-page.ts";
import { formatTime, t } from "../../i18n.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import type { Shelf } from "./tiles.tsx";
import { mayBeFilm, mayBePicture, mayBeSeen, sizeSaid } from "./words.ts";

/** Names as a table, with sizes and times. */
export function Rows(props: { readonly shelf: Shelf }): JSX.Element {
  return (
    <div class="scroll">
      <table class="vault-rows">
        <thead>
          <tr>
            <th>
              <span class="visually-hidden">{t("vault.chosen", { count: props.shelf.chosen.size })}</span>
            </th>
            <th>{t("vault.fileName")}</th>
            <th class="number">{t("vault.fileSize")}</th>
            <th class="only-wide">{t("vault.fileTime")}</th>
            <th>
              <span class="visually-hidden">{t("vault.download")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.shelf.files}>
            {(file) => (
              <tr>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t("vault.chooseFile", { name: file.name })}
                    checked={props.shelf.chosen.has(file.ref)}
                    onChange={() => props.shelf.toggle(file.ref)}
                  />
                </td>
                <td>
                  <span class="row-name">
                    <Icon name={iconOf(file)} />
                    <span>
                      <Switch fallback={file.name}>
                        <Match when={file.kind === "dir"}>
                          <Link to={props.shelf.folderAt(file.ref)}>{file.name}</Link>
                        </Match>
                        <Match when={mayBeSeen(file)}>
                          <button type="button" class="as-link" onClick={() => props.shelf.onLook(file)}>
                            {file.name}
                          </button>
                        </Match>
                      </Switch>
                      <Show when={file.modified}>
                        {(time) => <span class="under only-narrow">{formatTime(time())}</span>}
                      </Show>
                      <Show when={file.linkTarget !== null}>
                        <span class="under">{t("vault.linkTo", { target: file.linkTarget ?? "" })}</span>
                      </Show>
                      <Show when={file.kind === "other"}>
                        <span class="under">{t("vault.otherKind")}</span>
                      </Show>
                    </span>
                  </span>
                </td>
                <td class="number nowrap">{file.kind === "file" ? sizeSaid(file.bytes) : ""}</td>
                <td class="only-wide nowrap">{file.modified === null ? "–" : formatTime(file.modified)}</td>
                <td>
                  <Show when={file.kind === "file"}>
                    <a class="button quiet small get" href={props.shelf.addressOf(file, "download")} download="">
                      <Icon name="download" />
                      <span class="visually-hidden">{t("vault.downloadOne", { name: file.name })}</span>
                    </a>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function iconOf(file: VaultFile): IconName {
  if (file.kind === "dir") return "folder";
  if (mayBeFilm(file)) return "film";
  return mayBePicture(file) ? "picture" : "document";
}
