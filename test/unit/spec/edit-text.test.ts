// How edits look in the text: lines, commas and comments stay as somebody wrote them.

import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/spec/edit.js";
import { changedText, editText } from "../../../src/spec/edit-text.js";

const WRITTEN = `{
  // Who comes.
  "participants": [
    { "id": "ada", "name": "Ada" }, // the host
    { "id": "bob" },
    { "id": "cy" } // late
  ],
  "places": [{ "id": "t1" }, { "id": "t2" }],
  "rules": { "gap": 4 }
}
`;

const edited = (edits: Edit[], text = WRITTEN): string => changedText(text, editText(text, edits)!);

describe("edits in the text", () => {
  it("put an item on a line of its own where the others are, with one comma between two", () => {
    expect(edited([{ op: "insert", path: ["participants"], at: 9, value: { id: "di" } }])).toContain(
      `    { "id": "cy" }, // late\n    { "id": "di" }\n  ],`,
    );
    expect(edited([{ op: "insert", path: ["participants"], at: 1, value: { id: "di" } }])).toContain(
      `"Ada" }, // the host\n    { "id": "di" },\n    { "id": "bob" },`,
    );
    expect(edited([{ op: "insert", path: ["participants"], at: 0, value: { id: "di" } }])).toContain(
      `"participants": [\n    { "id": "di" },\n    { "id": "ada"`,
    );
  });

  it("follow in the line where the others stand in one", () => {
    const text = edited([{ op: "insert", path: ["places"], at: 2, value: { id: "t3" } }]);
    expect(text).toContain(`"places": [{ "id": "t1" }, { "id": "t2" }, { "id": "t3" }],`);
  });

  it("take a line out with its item, and the comma that is not needed any more", () => {
    expect(edited([{ op: "remove", path: ["participants", 1] }])).toContain(`// the host\n    { "id": "cy" } // late`);
    expect(edited([{ op: "remove", path: ["participants", 2] }])).toContain(`    { "id": "bob" }\n  ],`);
    expect(edited([0, 1].map((i) => ({ op: "remove", path: ["places", i] })))).toContain(`"places": [],`);
  });

  it("change several places at once", () => {
    const text = edited([
      { op: "set", path: ["participants", 0, "name"], value: "Ada B." },
      { op: "remove", path: ["participants", 1] },
      { op: "set", path: ["participants", 2, "tier"], value: "gold" },
      { op: "insert", path: ["participants"], at: 3, value: { id: "di" } },
      { op: "set", path: ["rules", "gap"], value: 0 },
      { op: "set", path: ["rules", "maxHoles"], value: 1 },
    ]);
    expect(text).toContain(`  "participants": [
    { "id": "ada", "name": "Ada B." }, // the host
    { "id": "cy", "tier": "gold" }, // late
    { "id": "di" }
  ],`);
    expect(text).toContain(`"rules": { "gap": 0, "maxHoles": 1 }`);
  });

  it("make lists and objects that are not there, on a line of their own", () => {
    const text = edited([
      { op: "insert", path: ["wishes"], at: 0, value: { from: "ada", to: "bob", priority: 1 } },
      { op: "set", path: ["event", "name"], value: "Forum" },
    ]);
    expect(text).toContain(`  "rules": { "gap": 4 },
  "wishes": [{ "from": "ada", "to": "bob", "priority": 1 }],
  "event": { "name": "Forum" }
}`);
  });

  it("give nothing for a text that is no JSON", () => {
    expect(editText(`{ "a": [1, }`, [])).toBeNull();
    expect(editText("", [{ op: "set", path: ["b"], value: 1 }])).toBeNull();
  });
});
