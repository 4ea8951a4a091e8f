import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/list.css";
import "./styles/filters.css";
import "./styles/map.css";
import "./styles/time.css";
import "./styles/panel.css";
import "./styles/pages.css";
import { App } from "./app";
import { startKeys } from "./state/keys";
import { follow } from "./state/data";
import { startTheme } from "./state/theme";

startTheme();
follow();
startKeys();
const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  render(<App />, root);
}
