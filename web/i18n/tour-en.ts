// The English words of the tour; loaded with it. tour-fr.ts has the same keys.

export type StepId = "import" | "tables" | "calendar" | "overview" | "solve" | "answers" | "keeping";

export interface TourMessages {
  next: string;
  back: string;
  skip: string;
  end: string;
  at(step: number, of: number): string;
  /** A heading and two sentences; `phone` where a phone shows something else. */
  steps: Record<StepId, { title: string; text: string; phone?: string }>;
}

export const tourEn: TourMessages = {
  next: "Next",
  back: "Back",
  skip: "Skip the tour",
  end: "Done",
  at: (step, of) => `Step ${step} of ${of}`,
  steps: {
    import: {
      title: "Start from your files",
      text: "Import reads workbooks and CSV, and shows what each column becomes and which lines are wrong before anything changes. Without a file yet, Paste from a spreadsheet has an example of each table to download.",
      phone:
        "At a desk, Import reads workbooks and CSV, and shows what would change first. Here, My events in this menu opens a sample, or a file of an event.",
    },
    tables: {
      title: "Participants and wishes",
      text: "A wish says who wants to meet whom and how much; Matrix shows all of them at a glance. Every table is edited in place, filtered, and pasted into from a spreadsheet.",
      phone:
        "These are the people, the slots and the wishes: who wants to meet whom, and how much. At a desk they are tables that are edited in place.",
    },
    calendar: {
      title: "Days and rules",
      text: "Sessions are moved and stretched by pointer or arrows, and become slots. In Rules, each rule is a sentence with its number: rests, idle slots, meals, priorities.",
      phone: "Each session is here, with its times and slots. Rules, from the overview, says each rule in a sentence.",
    },
    overview: {
      title: "What is missing, and its cure",
      text: "The overview lists what is missing or odd, what matters most first. Each button cures it or shows where to look, and Undo takes it back.",
      phone:
        "The overview lists what is missing or odd, what matters most first. At a desk, each has a button that cures it or shows where to look.",
    },
    solve: {
      title: "Solve",
      text: "One press starts the solver on this computer, and the curve shows the score rise towards the best possible. Stop keeps the best schedule so far, checked by a judge of its own.",
    },
    answers: {
      title: "Agendas, reasons, lunches",
      text: "Each row is an agenda; open one, and every wish without a meeting has its reason. Lunches shows the tables, and why people sit together.",
      phone:
        "Each line is an agenda; open one, and every wish without a meeting has its reason. Lunches shows the tables, and why people sit together.",
    },
    keeping: {
      title: "Kept here, and only here",
      text: "Nothing leaves this computer: events and their versions are kept in this browser. My events opens them again, goes back to a version, and gives a file or a link to pass on.",
      phone:
        "Nothing leaves this device: events are kept in this browser. My events, in this menu, opens them again; versions and links are made at a desk.",
    },
  },
};
