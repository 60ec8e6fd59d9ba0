// The event worker: owns text, spec, facts, schedule and runs, so that the page never holds them. No logic in here.

import { expose } from "comlink";
import { EventOwner } from "./owner.js";

expose(new EventOwner());
