import { Dialog } from "../parts/dialog";
import { words } from "../i18n";
import { helpOpen } from "../state/keys";

export function HelpDialog() {
  const w = words.value;
  const k = w.keys;
  const rows: [string[], string][] = [
    [["j"], k.next],
    [["k"], k.previous],
    [["Enter"], k.enter],
    [["o"], k.open],
    [["l"], k.latin],
    [["/"], k.search],
    [["Esc"], k.escape],
    [["←", "→", "↑", "↓", "+", "−"], k.map],
    [["←", "→"], k.brush],
    [["?"], k.help],
  ];
  const close = (): void => {
    helpOpen.value = false;
  };
  return (
    <Dialog label={k.label} open={helpOpen.value} onClose={close}>
      <dl class="keys">
        {rows.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{w.tagline}</p>
      <p class="soft small">{w.night.hint}</p>
      <p class="soft small">{w.panel.originsNote}</p>
    </Dialog>
  );
}
