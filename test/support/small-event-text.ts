// A small event as a text with comments, for page tests that look at the text after an edit. The people are fictional.

/** Two days, a lunch with tables, three locks in the first morning, and rules that say why they are there. */
export const SMALL_EVENT = `{
  // The spring meeting, entirely made up.
  "format": "dancecard/event",
  "version": 1,
  "event": { "name": "Spring meeting", "city": "Nice", "timezone": "Europe/Paris", "locale": "fr" },
  "calendar": [
    {
      "date": "2027-03-17",
      "sessions": [
        { "id": "am", "kind": "meetings", "start": "09:00", "end": "12:00", "label": "Morning", "meeting": 25, "changeover": 5 }, // six slots
        { "id": "lunch", "kind": "meal", "start": "12:30", "end": "13:30", "label": "Lunch" }
      ]
    },
    { "date": "2027-03-18", "sessions": [{ "id": "pm", "kind": "meetings", "start": "14:00", "end": "16:00", "label": "Second day", "meeting": 20 }] }
  ],
  "sides": [{ "id": "buyers", "label": "Buyers" }, { "id": "sellers", "label": "Sellers", "hosts": true }],
  "participants": [
    { "id": "b1", "name": "Berthe Achat", "side": "buyers", "absent": ["am.6"] },
    { "id": "b2", "name": "Basile Commande", "side": "buyers" },
    { "id": "b3", "name": "Brune Panier", "side": "buyers" },
    { "id": "s1", "name": "Sylvie Vente", "side": "sellers" },
    { "id": "s2", "name": "Simon Offre", "side": "sellers" }
  ],
  "wishes": [
    { "from": "b1", "to": "s1", "priority": 1 },
    { "from": "s1", "to": "b1", "priority": 2 },
    { "from": "b2", "to": "s2", "priority": 1 },
    { "from": "b3", "to": "s1", "priority": 3 }
  ],
  "places": [{ "id": "x", "zone": "hall" }, { "id": "y", "zone": "terrace" }],
  "locked": [
    { "participants": ["b1", "s1"], "slot": "am.1" },
    { "participants": ["b2", "s2"], "slot": "am.2" },
    { "participants": ["b3", "s1"], "slot": "am.3" }
  ],
  "meals": [{ "session": "lunch", "tables": [{ "id": "t1", "seats": 6 }] }],
  "rules": {
    // Agreed with the sponsors.
    "gap": 9,
    "mutual": 70 // more than usual
  }
}
`;
