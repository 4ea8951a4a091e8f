import type { ComponentChildren } from "preact";
import { addressOf, go, view } from "../state/view";
import type { View } from "../state/url";

/** A link to a change of the view: a plain click changes it in place, any other does what the browser does with links. */
export function Link(props: {
  to: Partial<View>;
  class?: string;
  id?: string;
  title?: string;
  current?: boolean;
  label?: string;
  children: ComponentChildren;
}) {
  const open = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ ...view.peek(), ...props.to }, view.peek().sel && props.to.sel ? "replace" : "push");
  };
  return (
    <a
      class={props.class}
      id={props.id}
      title={props.title}
      href={addressOf(props.to)}
      aria-current={props.current ? "true" : undefined}
      aria-label={props.label}
      onClick={open}
    >
      {props.children}
    </a>
  );
}
