// The page's first file: styles of the frame and the event worker, which starts while everything else is fetched as one
// lazy chunk. No logic in here.

import "@fontsource-variable/inter";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./state/bridge.js";

void import("./app/mount.js").then(({ mount }) => mount(document.getElementById("app")!));
