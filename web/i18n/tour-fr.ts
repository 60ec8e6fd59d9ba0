// The French words of the tour; loaded with it. tour-en.ts says what must be here.

import type { TourMessages } from "./tour-en.js";

export const tourFr: TourMessages = {
  next: "Suivant",
  back: "Précédent",
  skip: "Passer la visite",
  end: "Terminer",
  at: (step, of) => `Étape ${step} sur ${of}`,
  steps: {
    import: {
      title: "Partir de vos fichiers",
      text: "Importer lit classeurs et CSV, et montre ce que devient chaque colonne et quelles lignes sont fausses avant que rien ne change. Sans fichier encore, Coller depuis un tableur donne un exemple de chaque table à télécharger.",
      phone:
        "Sur ordinateur, Importer lit classeurs et CSV, et montre d’abord ce qui changerait. Ici, Mes événements, dans ce menu, ouvre un exemple ou le fichier d’un événement.",
    },
    tables: {
      title: "Participants et souhaits",
      text: "Un souhait dit qui veut rencontrer qui, et à quel point\u202f; Matrice les montre tous d’un coup d’œil. Chaque tableau se modifie sur place, se filtre, et se remplit en collant depuis un tableur.",
      phone:
        "Voici les personnes, les créneaux et les souhaits\u202f: qui veut rencontrer qui, et à quel point. Sur ordinateur, ce sont des tableaux qui se modifient sur place.",
    },
    calendar: {
      title: "Journées et règles",
      text: "Les sessions se déplacent et s’étirent, à la souris ou aux flèches, et deviennent des créneaux. Dans Règles, chaque règle est une phrase avec son nombre\u202f: pauses, trous, repas, priorités.",
      phone:
        "Chaque session se lit ici, avec ses horaires et ses créneaux. Règles, depuis la vue d’ensemble, dit chaque règle en une phrase.",
    },
    overview: {
      title: "Ce qui manque, et son remède",
      text: "La vue d’ensemble liste ce qui manque ou étonne, le plus important d’abord. Chaque bouton corrige, ou montre où regarder, et Annuler reprend la correction.",
      phone:
        "La vue d’ensemble liste ce qui manque ou étonne, le plus important d’abord. Sur ordinateur, un bouton corrige ou montre où regarder.",
    },
    solve: {
      title: "Calculer",
      text: "Un clic lance le solveur sur cet ordinateur, et la courbe montre le score monter vers le meilleur possible. Arrêter garde le meilleur planning trouvé, vérifié par un juge à part.",
      phone:
        "Un toucher lance le solveur sur cet appareil, et la courbe montre le score monter vers le meilleur possible. Arrêter garde le meilleur planning trouvé, vérifié par un juge à part.",
    },
    answers: {
      title: "Agendas, raisons, déjeuners",
      text: "Chaque ligne est un agenda\u202f; l’ouvrir donne la raison de chaque souhait sans rendez-vous. Déjeuners montre les tables, et pourquoi on y est assis ensemble.",
    },
    keeping: {
      title: "Gardé ici, et seulement ici",
      text: "Rien ne quitte cet ordinateur\u202f: les événements et leurs versions sont gardés dans ce navigateur. Mes événements les rouvre, revient à une version, et donne un fichier ou un lien à transmettre.",
      phone:
        "Rien ne quitte cet appareil\u202f: les événements sont gardés dans ce navigateur. Mes événements, dans ce menu, les rouvre\u202f; versions et liens se font sur ordinateur.",
    },
  },
};
