import { type JSX, Match, type Resource, Switch } from "solid-js";
import { Failed, failureIn, Loading } from "./loading.tsx";

/** What is fetched: while it is, what went wrong, or the thing itself. It stays in sight while it is fetched again. */
export function Fetched<T>(props: {
  readonly from: Resource<T>;
  readonly again: () => void;
  readonly children: (value: () => NonNullable<T>) => JSX.Element;
}): JSX.Element {
  const ready = () =>
    props.from.state === "ready" || props.from.state === "refreshing" ? props.from.latest : undefined;
  return (
    <Switch fallback={<Loading />}>
      <Match when={props.from.state === "errored"}>
        <Failed failure={failureIn(props.from.error)} again={props.again} />
      </Match>
      <Match when={ready()}>{(value) => props.children(value)}</Match>
    </Switch>
  );
}
