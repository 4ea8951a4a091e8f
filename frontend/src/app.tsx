import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { dateWords, words } from "./i18n";
import { FiltersPane } from "./filters/pane";
import { ListPane } from "./list/pane";
import { MapPane } from "./map/pane";
import { AirportPage } from "./pages/airport";
import { RegionPage } from "./pages/region";
import { Panel } from "./panel/panel";
import { Bar } from "./shell/bar";
import { ExportDialog } from "./shell/exports";
import { HeadlineStrip } from "./shell/headline";
import { HelpDialog } from "./shell/help";
import { Notices } from "./shell/notices";
import { Tabs } from "./shell/tabs";
import { nightsShown, total } from "./state/data";
import { look, view } from "./state/view";
import { TimePane } from "./timeline/pane";

function useTitle(): void {
  const [from, to] = nightsShown.value;
  const w = words.value;
  const when = from && from === to ? w.night.of(dateWords(from)) : from ? w.night.range(dateWords(from), dateWords(to)) : "";
  const title = [total.value ? `(${total.value})` : "", when, w.brand].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}

export function App() {
  useTitle();
  const page = useComputed(() => view.value.page);
  const isNight = page.value.name === "night";
  return (
    <div class="app" data-pane={look.value.pane} data-page={page.value.name} data-open={view.value.sel ? "yes" : "no"}>
      {isNight && (
        <a class="skip" href="#list" onClick={skip}>
          {words.value.skip}
        </a>
      )}
      <Bar />
      <Notices />
      {isNight && <HeadlineStrip />}
      {isNight && (
        <main class="panes">
          <FiltersPane />
          <div class="middle">
            <MapPane />
            <TimePane />
          </div>
          <ListPane />
        </main>
      )}
      {page.value.name === "region" && <RegionPage id={page.value.id} />}
      {page.value.name === "airport" && <AirportPage id={page.value.id} />}
      {view.value.sel && <Panel id={view.value.sel} />}
      {isNight && <Tabs />}
      <HelpDialog />
      <ExportDialog />
    </div>
  );
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("list")?.focus();
}
