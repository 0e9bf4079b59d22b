import type { JSX } from "solid-js";

/** A button that asks for files of this computer; the same ones can be chosen again after they were changed. */
export function ChooseFiles(props: {
  readonly children: JSX.Element;
  readonly onFiles: (files: readonly File[]) => void;
  /** Of the button. */
  readonly class?: string;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  /** Tells the field from others for tests and tools. */
  readonly name?: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** A whole folder in the place of files. */
  readonly folder?: boolean;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  return (
    <>
      <button
        type="button"
        class={props.class ?? "button quiet"}
        disabled={props.disabled ?? false}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        onClick={() => input?.click()}
      >
        {props.children}
      </button>
      <input
        ref={(element) => {
          input = element;
          if (props.folder) element.setAttribute("webkitdirectory", "");
        }}
        type="file"
        name={props.name}
        accept={props.accept}
        multiple={props.multiple ?? false}
        hidden
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
