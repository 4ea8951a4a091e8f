import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n";
import { Sign } from "./glyphs";

/** A modal dialog on the browser's own element, which keeps the focus inside and gives it back. */
export function Dialog(props: { label: string; open: boolean; onClose: () => void; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (props.open && dialog && !dialog.open) dialog.showModal();
    if (!props.open && dialog?.open) dialog.close();
  }, [props.open]);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-label={props.label}
      onClose={props.onClose}
      onClick={(event) => event.target === element.current && props.onClose()}
    >
      <header>
        <h2>{props.label}</h2>
        <button type="button" class="btn icon quiet" aria-label={words.value.keys.close} onClick={props.onClose}>
          <Sign name="close" />
        </button>
      </header>
      {props.open && props.children}
    </dialog>
  );
}
