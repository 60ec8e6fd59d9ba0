// The page's first file: styles of the frame, then everything else as one lazy chunk. No logic in here.

import "@fontsource-variable/inter";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";

void import("./app/mount.js").then(({ mount }) => mount(document.getElementById("app")!));
