import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import type { Endpoint } from "../../apps/app-endpoints.ts";
import type { NetworkFacts } from "../../apps/app-network.ts";
import type { AppView } from "../../centre/app-page.ts";
import type { AppTableRow } from "../../centre/app-table.ts";
import { countryName, formatNumber, t } from "../i18n.ts";
import { baseSection, companiesOf, hostsOf } from "../views/app-facts.ts";
import { Icon } from "./icon.tsx";
import { Phrase } from "./said.tsx";

/** Who else gets data: companies, their country, and what for. */
export function AppTrackers(props: { readonly view: AppView }): JSX.Element {
  const companies = () => companiesOf(props.view);
  return (
    <Part id="trackers" title={t("app.trackers")}>
      <Show when={companies()} fallback={<NotRead reason={null} />}>
        {(found) => (
          <Show when={found().length > 0} fallback={<p class="soft">{t("app.noTrackers")}</p>}>
            <ul class="cards three app-companies">
              <For each={found()}>
                {({ company, country, trackers }) => (
                  <li>
                    <h3>
                      <bdi>{company}</bdi>
                    </h3>
                    <p class="soft">{country === null ? t("app.countryUnknown") : countryName(country)}</p>
                    <ul>
                      <For each={trackers}>
                        {({ name, purposes, grade }) => (
                          <li>
                            {name}
                            <Show when={purposes.length > 0}>
                              <span class="soft" lang="en">
                                {" "}
                                {purposes.join(", ")}
                              </span>
                            </Show>
                            <Show when={grade !== "class-defined" && grade}>
                              {(weak) => <span class="soft app-weak">{t(`app.grade.${weak()}`)}</span>}
                            </Show>
                          </li>
                        )}
                      </For>
                    </ul>
                  </li>
                )}
              </For>
            </ul>
            <p class="soft">{t("app.trackersProof")}</p>
          </Show>
        )}
      </Show>
    </Part>
  );
}

/** Which connections it accepts. */
export function AppNetwork(props: { readonly view: AppView }): JSX.Element {
  const network = () => baseSection(props.view, ({ network }) => network);
  const facts = () => {
    const found = network();
    return found && "value" in found ? found.value : undefined;
  };
  const known = () => props.view.inspection?.cleartext ?? null;
  return (
    <Part id="network" title={t("app.network")}>
      <Show
        when={facts()}
        fallback={
          <Show when={known() !== null} fallback={<NotRead reason={reasonOf(network())} />}>
            <ul class="app-statements">
              <Statement weak={known() === true} text={t(known() ? "app.cleartext" : "app.encrypted")} />
            </ul>
          </Show>
        }
      >
        {(found) => <Rules facts={found()} />}
      </Show>
    </Part>
  );
}

function Rules(props: { readonly facts: NetworkFacts }): JSX.Element {
  const answer = () => props.facts.byDefault;
  return (
    <>
      <ul class="app-statements">
        <Statement weak={answer().cleartext} text={t(answer().cleartext ? "app.cleartext" : "app.encrypted")} />
        <Statement
          weak={answer().userAuthorities}
          text={t(answer().userAuthorities ? "app.userAuthorities" : "app.noUserAuthorities")}
        />
        <Show when={answer().ownAuthorities > 0}>
          <Statement weak={false} text={t("app.ownAuthorities", { count: answer().ownAuthorities })} />
        </Show>
        <Show when={answer().pins > 0}>
          <Statement weak={false} text={t("app.pins", { count: answer().pins })} />
        </Show>
        <For each={props.facts.errors}>{(error) => <Statement weak text={error} />}</For>
      </ul>
      <Show when={props.facts.hosts.length > 0}>
        <details>
          <summary>{t("app.hostRules", { count: props.facts.hosts.length })}</summary>
          <ul>
            <For each={props.facts.hosts}>
              {({ host, subdomains, cleartext }) => (
                <li>
                  <code>{`${subdomains ? "*." : ""}${host}`}</code>{" "}
                  {t(cleartext ? "app.alsoUnencrypted" : "app.onlyEncrypted")}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </>
  );
}

function Statement(props: { readonly weak: boolean; readonly text: string }): JSX.Element {
  return (
    <li class={props.weak ? "app-weak" : "fine"}>
      <Icon name={props.weak ? "high" : "pass"} />
      <span>{props.text}</span>
    </li>
  );
}

/** The hosts that stand in it. */
export function AppHosts(props: { readonly view: AppView }): JSX.Element {
  const hosts = () => hostsOf(props.view);
  const groups = () => {
    const found = hosts();
    return "more" in found ? found : undefined;
  };
  const none = () => {
    const { unencrypted = [], addressed = [], named = [] } = groups() ?? {};
    return unencrypted.length + addressed.length + named.length === 0;
  };
  return (
    <Part id="hosts" title={t("app.hosts")}>
      <Show when={groups()} fallback={<NotRead reason={reasonOf(hosts())} />}>
        {(found) => (
          <>
            <p class="soft">{t(none() ? "app.noHosts" : "app.hostsProof")}</p>
            <Hosts title={t("app.hostsUnencrypted")} hosts={found().unencrypted} weak />
            <Hosts title={t("app.hostsAddressed")} hosts={found().addressed} />
            <Hosts title={t("app.hostsNamed")} hosts={found().named} />
            <Show when={found().more > 0}>
              <p class="soft">{t("app.hostsMore", { count: found().more })}</p>
            </Show>
          </>
        )}
      </Show>
    </Part>
  );
}

const shownFirst = 24;

function Hosts(props: {
  readonly title: string;
  readonly hosts: readonly Endpoint[];
  readonly weak?: boolean;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.hosts : props.hosts.slice(0, shownFirst));
  return (
    <Show when={props.hosts.length > 0}>
      <h3 class={props.weak ? "mark high" : ""}>
        <Show when={props.weak}>
          <Icon name="high" />
        </Show>
        {props.title} <span class="soft">{formatNumber(props.hosts.length)}</span>
      </h3>
      <ul class="app-hosts">
        <For each={shown()}>
          {({ host }) => (
            <li>
              <code>{host}</code>
            </li>
          )}
        </For>
      </ul>
      <Show when={shown().length < props.hosts.length}>
        <button type="button" class="button quiet no-print start" onClick={() => setAll(true)}>
          {t("findings.more", { count: props.hosts.length - shown().length })}
        </button>
      </Show>
    </Show>
  );
}

/** What others can start in it, and what it can do once it is allowed. */
export function AppComponents(props: { readonly view: AppView }): JSX.Element {
  const section = () => baseSection(props.view, ({ components }) => components);
  const facts = () => {
    const found = section();
    return found && "value" in found ? found.value : undefined;
  };
  const open = () => (facts()?.exported ?? []).filter(({ enabled, guarded }) => enabled && guarded !== "yes");
  return (
    <Part id="components" title={t("app.components")}>
      <Show when={facts()} fallback={<NotRead reason={reasonOf(section())} />}>
        {(found) => (
          <>
            <ul class="app-counts">
              <For each={Object.entries(found().counts).filter(([, count]) => count > 0)}>
                {([kind, count]) => (
                  <li>
                    <strong>{formatNumber(count)}</strong>{" "}
                    {t(`app.component.${kind as keyof ReturnType<typeof found>["counts"]}`, { count })}
                  </li>
                )}
              </For>
            </ul>
            <ul class="app-statements">
              <For each={found().powers.filter(({ enabled, guarded }) => enabled && guarded)}>
                {({ allows }) => (
                  <li class="app-weak">
                    <Icon name="high" />
                    <span>
                      {t("app.onceAllowed")} <span lang="en">{allows}</span>
                    </span>
                  </li>
                )}
              </For>
              <Show when={found().startsWithPhone.length > 0}>
                <Plain text={t("app.startsWithPhone")} />
              </Show>
              <Show when={found().launcher.length === 0 && found().counts.activity > 0}>
                <Plain text={t("app.noIcon")} />
              </Show>
              <Show when={found().queries.all}>
                <Plain text={t("app.seesAll")} />
              </Show>
            </ul>
            <Show when={open().length > 0} fallback={<p class="soft">{t("app.nothingOpen")}</p>}>
              <details>
                <summary>{t("app.open", { count: open().length })}</summary>
                <p class="soft">{t("app.openAbout")}</p>
                <ul>
                  <For each={open()}>
                    {({ kind, name, permission }) => (
                      <li>
                        {t(`app.component.one.${kind}`)} <code>{name}</code>
                        <Show when={permission}>{(needed) => <span class="soft"> {needed()}</span>}</Show>
                      </li>
                    )}
                  </For>
                </ul>
              </details>
            </Show>
          </>
        )}
      </Show>
    </Part>
  );
}

function Plain(props: { readonly text: string }): JSX.Element {
  return (
    <li>
      <Icon name="info" />
      <span>{props.text}</span>
    </li>
  );
}

/** Who signed it, and the files that were looked into. */
export function AppSigner(props: { readonly view: AppView; readonly row: AppTableRow }): JSX.Element {
  const signers = () => props.view.inspection?.signers ?? [];
  return (
    <Part id="signer" title={t("app.signerTitle")}>
      <Switch>
        <Match when={signers().length > 0}>
          <dl class="app-brief">
            <For each={signers()}>
              {({ subject, sha256, knownAs, debug }) => (
                <div class="wide">
                  <dt>{knownAs === null ? t("app.saysItIs") : t("app.knownAs")}</dt>
                  <dd>
                    <bdi>{knownAs ?? subject ?? t("app.noSubject")}</bdi>
                    <br />
                    <span class="soft">SHA-256</span> <code>{sha256}</code>
                    <Show when={debug}>
                      <p class="mark high long">
                        <Icon name="high" />
                        {t("app.debugKey")}
                      </p>
                    </Show>
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </Match>
        <Match when={true}>
          <NotRead reason={null} />
        </Match>
      </Switch>
      <Show when={props.view.files.length > 0}>
        <details>
          <summary>{t("app.files", { count: props.view.files.length })}</summary>
          <ul>
            <For each={props.view.files}>
              {({ name, sha256 }) => (
                <li>
                  <code>{name}</code>
                  <br />
                  <span class="soft">SHA-256</span> <code>{sha256 ?? t("apps.opened.unknown")}</code>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </Part>
  );
}

function Part(props: { readonly id: string; readonly title: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <section class="card column" aria-labelledby={`app-${props.id}`}>
      <h2 id={`app-${props.id}`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Not known, and why. */
function NotRead(props: { readonly reason: string | null }): JSX.Element {
  return (
    <p class="mark unknown long">
      <Icon name="unknown" />
      <span>
        {t("app.notRead")} <Show when={props.reason}>{(reason) => <Phrase of={reason()} />}</Show>
      </span>
    </p>
  );
}

function reasonOf(found: object | null): string | null {
  return found !== null && "unread" in found && typeof found.unread === "string" ? found.unread : null;
}
