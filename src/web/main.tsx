import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { applySettings } from "./settings.ts";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/start.css";
import "./style/print.css";

const root = document.getElementById("page");
// A language that cannot be fetched is no reason to show nothing.
await applySettings().catch(() => undefined);
if (root) render(() => <App />, root);
