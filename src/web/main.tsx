import { render } from "solid-js/web";
import { App } from "./app.tsx";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/start.css";
import "./style/print.css";

const root = document.getElementById("page");
if (root) render(() => <App />, root);
