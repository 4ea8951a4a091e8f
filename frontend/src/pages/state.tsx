import { words } from "../i18n";
import { Link } from "../parts/link";
import type { Loaded } from "../panel/load";

/** A page while it loads, or when it cannot be shown. */
export function PageState({ loaded }: { loaded: Exclude<Loaded<unknown>, { at: "ready" }> }) {
  const w = words.value;
  if (loaded.at === "loading") {
    return (
      <main class="page">
        <div class="state" role="status" aria-label={w.states.loading}>
          <div class="bone" />
          <div class="bone" />
          <div class="bone" />
        </div>
      </main>
    );
  }
  const isUnknown = loaded.at === "problem" && loaded.status === 404;
  return (
    <main class="page state">
      <h2>{loaded.at === "unreachable" ? w.states.offlineTitle : isUnknown ? w.region.none : w.states.errorTitle}</h2>
      {loaded.at === "problem" && <p>{loaded.text}</p>}
      <p>
        <Link to={{ page: { name: "night" }, sel: "" }}>{w.region.back}</Link>
      </p>
    </main>
  );
}
