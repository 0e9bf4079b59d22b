import { For, type JSX } from "solid-js";
import { type MessageKey, t } from "../../i18n.ts";

/** How a package is verified by programs that have nothing to do with Candor, as the README in it says. */
export function WithoutCandor(props: { readonly keyName: string | null }): JSX.Element {
  const ways = (): readonly (readonly [MessageKey, string])[] => [
    ["evidence.withoutFiles", "sha256sum -c SHA256SUMS"],
    ["evidence.withoutMinisign", "minisign -Vm SHA256SUMS -p keys/candor.pub"],
    [
      "evidence.withoutSsh",
      `ssh-keygen -Y verify -f keys/allowed_signers -I ${props.keyName ?? '"$(cut -d" " -f1 keys/allowed_signers)"'} -n candor-evidence -s SHA256SUMS.sig < SHA256SUMS`,
    ],
    ["evidence.withoutPrint", "cut -d' ' -f3- keys/allowed_signers | ssh-keygen -lf -"],
    ["evidence.withoutAge", "age -d -i KEY -o evidence.zip evidence.zip.age"],
  ];
  return (
    <details class="card column whole">
      <summary>{t("evidence.without")}</summary>
      <p>{t("evidence.withoutAbout")}</p>
      <ol class="without">
        <For each={ways()}>
          {([said, command]) => (
            <li>
              {t(said)}
              <pre tabindex="0">{command}</pre>
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}
