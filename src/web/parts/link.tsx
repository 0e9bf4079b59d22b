import type { JSX } from "solid-js";
import { go } from "../router.ts";

/** A link to a view of the page. A click with a key held, or the middle button, opens it as browsers do. */
export function Link(props: {
  readonly to: string;
  readonly class?: string;
  readonly current?: boolean;
  /** Called after the page went there, also where it was there already. */
  readonly onFollow?: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(props.to);
    props.onFollow?.();
  };
  return (
    <a href={props.to} class={props.class} aria-current={props.current ? "page" : undefined} onClick={follow}>
      {props.children}
    </a>
  );
}
