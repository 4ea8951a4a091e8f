import { words } from "../i18n";
import { Sign, type SignName } from "../parts/glyphs";
import { PANES, type Pane } from "../state/url";
import { look, setLook } from "../state/view";

const SIGNS: Record<Pane, SignName> = { list: "list", map: "map", time: "clock", filters: "filter" };

/** On a narrow screen one pane is shown at a time; these choose it. */
export function Tabs() {
  return (
    <nav class="tabs" aria-label={words.value.panes.list}>
      {PANES.map((pane) => (
        <button key={pane} type="button" aria-current={look.value.pane === pane ? "page" : undefined} onClick={() => setLook({ pane })}>
          <Sign name={SIGNS[pane]} />
          <span>{words.value.panes[pane]}</span>
        </button>
      ))}
    </nav>
  );
}
