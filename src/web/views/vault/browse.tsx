import { createEffect, createMemo, createSignal, For, type JSX, lazy, on, Show, Suspense } from "solid-js";
import type { FolderOrder } from "../../../centre/vault-browse.ts";
import type { VaultFile, VaultFolder } from "../../../centre/vault-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatBytes, formatTime, t } from "../../i18n.ts";
import { Link } from "../../parts/link.tsx";
import { Failed, Loading } from "../../parts/loading.tsx";
import { FolderField } from "./folder-field.tsx";
import { Looking } from "./looking.tsx";
import { OpenVault } from "./open-vault.tsx";
import { Rows } from "./rows.tsx";
import { Search } from "./search.tsx";
import type { VaultList } from "./state.ts";
import { type Shelf, Tiles } from "./tiles.tsx";
import { mayBeSeen } from "./words.ts";
import { useVaultWork, WorkState } from "./work.tsx";

const ReturnChosen = lazy(() => import("./return-chosen.tsx"));

interface Where {
  readonly id: string;
  readonly snapshot: string;
  /** Empty for the whole snapshot. */
  readonly folder: string;
}

/** A snapshot as folders: photos as pictures, everything as a list, each file to be downloaded, all of it to be restored. */
export default function VaultBrowse(props: Where): JSX.Element {
  return <OpenVault id={props.id}>{(_, list) => <Browse {...props} list={list} />}</OpenVault>;
}

const orders: readonly FolderOrder[] = ["newest", "name", "largest"];
/** Names that are fetched at a time. */
const part = 300;

function Browse(props: Where & { readonly list: VaultList }): JSX.Element {
  const [order, setOrder] = createSignal<FolderOrder>("newest");
  const [as, setAs] = createSignal<"pictures" | "list">();
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set<string>());
  const [looking, setLooking] = createSignal<VaultFile>();
  const work = useVaultWork(props.id, () => void props.list.fetch());
  const base = () => `/vaults/${props.id}/snapshots/${props.snapshot}`;
  const { folder, failure, load } = useFolder(props, order, () => setChosen(new Set<string>()));
  const shownAs = createMemo(() => {
    const files = (folder()?.files ?? []).filter(({ kind }) => kind === "file");
    return as() ?? (files.filter(mayBeSeen).length * 2 > files.length ? "pictures" : "list");
  });
  const shelf: Shelf = {
    get files() {
      return folder()?.files ?? [];
    },
    get chosen() {
      return chosen();
    },
    toggle: (ref) => {
      const next = new Set(chosen());
      if (!next.delete(ref)) next.add(ref);
      setChosen(next);
    },
    folderAt: (ref) => `/vault/${props.id}/${props.snapshot}/${ref}`,
    addressOf: (file, wanted) => `/api/v1${base()}/file?file=${file.ref}&as=${wanted}`,
    onLook: setLooking,
  };
  return (
    <Show
      when={folder()}
      fallback={
        <Show when={failure()} fallback={<Loading />}>
          {(each) => <Failed failure={each()} />}
        </Show>
      }
    >
      {(found) => (
        <>
          <h1>
            {t("vault.snapshotOf", {
              time: found().snapshot.time === null ? "–" : formatTime(found().snapshot.time ?? ""),
            })}
          </h1>
          <WorkState work={work} />
          <Search vault={props.id} snapshot={props.snapshot} back={t("vault.searchClear")}>
            <Way of={found()} id={props.id} />
            <Bar order={order()} onOrder={setOrder} as={shownAs()} onAs={setAs} />
            <Show when={failure()}>{(each) => <Failed failure={each()} again={() => void load(0)} />}</Show>
            <p class="soft">{t("vault.items", { count: found().total, size: formatBytes(found().bytes) })}</p>
            <Show when={found().total > 0} fallback={<p class="empty">{t("vault.nothingHere")}</p>}>
              <Show when={shownAs() === "pictures"} fallback={<Rows shelf={shelf} />}>
                <Tiles shelf={shelf} />
              </Show>
              <Show when={found().files.length < found().total}>
                <button type="button" class="button quiet" onClick={() => void load(found().files.length)}>
                  {t("vault.more")}
                </button>
              </Show>
            </Show>
            <Restore
              chosen={chosen()}
              folder={props.folder}
              busy={work.busy()}
              onNone={() => setChosen(new Set<string>())}
              run={(to, files) =>
                void work.start("restore", `${base()}/restore`, { to, files }).then(() => scrollTo(0, 0))
              }
            />
            <Suspense>
              <ReturnChosen vault={props.id} snapshot={props.snapshot} chosen={chosen()} folder={props.folder} />
            </Suspense>
          </Search>
          <p class="soft">{t("vault.inMemory")}</p>
          <Show when={looking()}>
            {(file) => <Looking first={file()} shelf={shelf} onClose={() => setLooking(undefined)} />}
          </Show>
        </>
      )}
    </Show>
  );
}

/** What is in the folder, as far as it was fetched; another folder or order begins anew. */
function useFolder(where: Where & { readonly list: VaultList }, order: () => FolderOrder, onOther: () => void) {
  const [folder, setFolder] = createSignal<VaultFolder>();
  const [failure, setFailure] = createSignal<Failure>();
  let turn = 0;
  const load = async (from: number) => {
    const mine = ++turn;
    setFailure(undefined);
    try {
      const query = new URLSearchParams({
        folder: where.folder,
        order: order(),
        from: String(from),
        count: String(part),
      });
      const found = await ask<VaultFolder>(`/vaults/${where.id}/snapshots/${where.snapshot}/folder?${query}`);
      if (mine !== turn) return;
      const before = from === 0 ? [] : (folder()?.files ?? []);
      setFolder({ ...found, files: [...before, ...found.files] });
    } catch (error) {
      if (mine !== turn) return;
      setFailure(failureIn(error));
      // It may have locked itself meanwhile.
      await where.list.fetch();
    }
  };
  createEffect(
    on([() => where.folder, () => where.snapshot, order], () => {
      onOther();
      void load(0);
    }),
  );
  return { folder, failure, load };
}

/** The folders on the way to this one. */
function Way(props: { readonly of: VaultFolder; readonly id: string }): JSX.Element {
  const to = (ref: string) => `/vault/${props.id}/${props.of.snapshot.id}${ref === "" ? "" : `/${ref}`}`;
  const steps = () => [{ ref: "", name: t("vault.top") }, ...props.of.above];
  return (
    <nav aria-label={t("vault.way")}>
      <ol class="way">
        <For each={steps()}>
          {({ ref, name }, i) => (
            <li>
              <Show when={i() < steps().length - 1} fallback={<strong aria-current="location">{name}</strong>}>
                <Link to={to(ref)}>{name}</Link>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

function Bar(props: {
  readonly order: FolderOrder;
  readonly onOrder: (order: FolderOrder) => void;
  readonly as: "pictures" | "list";
  readonly onAs: (as: "pictures" | "list") => void;
}): JSX.Element {
  return (
    <div class="filterbar no-print">
      <label>
        {t("vault.order")}
        <select value={props.order} onChange={(event) => props.onOrder(event.currentTarget.value as FolderOrder)}>
          <For each={orders}>{(each) => <option value={each}>{t(`vault.order.${each}`)}</option>}</For>
        </select>
      </label>
      <fieldset class="row as">
        <legend class="visually-hidden">{t("vault.as")}</legend>
        <For each={["pictures", "list"] as const}>
          {(each) => (
            <button
              type="button"
              class="button quiet"
              aria-pressed={props.as === each}
              onClick={() => props.onAs(each)}
            >
              {t(`vault.as.${each}`)}
            </button>
          )}
        </For>
      </fieldset>
    </div>
  );
}

function Restore(props: {
  readonly chosen: ReadonlySet<string>;
  readonly folder: string;
  readonly busy: boolean;
  readonly onNone: () => void;
  readonly run: (to: string, files: readonly string[]) => void;
}): JSX.Element {
  const [to, setTo] = createSignal("~/Candor-restored");
  const [open, setOpen] = createSignal(false);
  const files = () => (props.chosen.size > 0 ? [...props.chosen] : props.folder === "" ? [] : [props.folder]);
  const does = () => {
    if (props.chosen.size > 0) return t("vault.restoreChosen", { count: props.chosen.size });
    return t(props.folder === "" ? "vault.restoreAll" : "vault.restoreFolder");
  };
  return (
    <section class="restore" classList={{ bulk: props.chosen.size > 0 }} aria-label={t("vault.restore")}>
      <Show when={props.chosen.size > 0}>
        <p role="status">{t("vault.chosen", { count: props.chosen.size })}</p>
      </Show>
      <div class="row wrap">
        <Show when={!open()}>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {does()} …
          </button>
        </Show>
        <Show when={props.chosen.size > 0}>
          <button type="button" class="button quiet" onClick={() => props.onNone()}>
            {t("vault.chooseNothing")}
          </button>
        </Show>
      </div>
      <Show when={open()}>
        <form
          class="card column"
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
            props.run(to(), files());
          }}
        >
          <p>{t("vault.restoreAbout")}</p>
          <FolderField label={t("vault.restoreTo")} value={to()} onInput={setTo} />
          <div class="row wrap">
            <button type="submit" class="button" disabled={props.busy || to().trim() === ""}>
              {does()}
            </button>
            <button type="button" class="button quiet" onClick={() => setOpen(false)}>
              {t("change.cancel")}
            </button>
          </div>
        </form>
      </Show>
    </section>
  );
}
