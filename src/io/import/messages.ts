// The sentences of an import: why a row is not taken, what somebody must answer, what is worth knowing. [English, French],
// in the template language of spec/text.ts. Read by problems.ts only; it holds no logic.

import type { Text } from "../../rules/rule.js";
import { fillIn } from "../../spec/text.js";

const entry = (en: string, fr: string): readonly [string, string] => [en, fr];

export const MESSAGES = {
  // Cells
  "not-a-number": entry("{value} is not a whole number.", "{value} n’est pas un nombre entier."),
  "too-high": entry("{value} is more than {limit#}.", "{value} dépasse {limit#}."),
  "not-yes-or-no": entry("{value} is neither yes nor no.", "{value} n’est ni oui ni non."),
  "cell-error": entry(
    "The cell holds the error {value} of the spreadsheet.",
    "La cellule contient l’erreur {value} du tableur.",
  ),
  "cell-long": entry(
    "The cell has {length#} characters; at most {limit#} are possible.",
    "La cellule a {length#} caractères ; {limit#} au plus sont possibles.",
  ),
  "time-unknown": entry(
    "{value} is no time that can be read. Write 18/03 9:00-10:30, Thursday morning, a date or a session.",
    "{value} n’est pas un horaire lisible. Écrivez 18/03 9h-10h30, jeudi matin, une date ou une session.",
  ),
  "time-which-day": entry(
    "{value} does not say which day, and the event has several.",
    "{value} ne dit pas quel jour, et l’événement en a plusieurs.",
  ),
  "time-not-in-calendar": entry("The event has no day {value}.", "L’événement n’a pas de jour {value}."),
  "time-weekday": entry(
    "In {value} the weekday and the date do not agree.",
    "Dans {value}, le jour et la date ne s’accordent pas.",
  ),
  "time-backwards": entry("{value} ends before it begins.", "{value} se termine avant de commencer."),
  "time-nothing-there": entry(
    "The event has nothing at that time: {value}.",
    "L’événement n’a rien à ce moment-là : {value}.",
  ),

  // People
  "no-name": entry(
    "There is neither a name, nor an id, nor an organisation.",
    "Il n’y a ni nom, ni identifiant, ni organisation.",
  ),
  "no-side": entry(
    "Nothing says on which side these people are[side|: {side}].",
    "Rien ne dit de quel côté sont ces personnes[side| : {side}].",
  ),
  "unknown-side": entry(
    "There is no side {value}[near|; {near} is near].",
    "Il n’y a pas de côté {value}[near| ; {near} s’en approche].",
  ),
  "many-sides": entry(
    "{value} would be one of {count#} new sides: is this the right column?",
    "{value} serait l’un de {count#} nouveaux côtés : est-ce la bonne colonne ?",
  ),
  "unknown-package": entry(
    "There is no package {value}[near|; {near} is near].",
    "Il n’y a pas de forfait {value}[near| ; {near} s’en approche].",
  ),
  "many-packages": entry(
    "{value} would be one of {count#} new packages: is this the right column?",
    "{value} serait l’un de {count#} nouveaux forfaits : est-ce la bonne colonne ?",
  ),
  "unknown-place": entry(
    "There is no place {value}[near|; {near} is near].",
    "Il n’y a pas de lieu {value}[near| ; {near} s’en approche].",
  ),
  "refused-new": entry("{value} is not to be made.", "{value} ne doit pas être créé."),
  "id-twice": entry(
    "The id {value} stands in line {line#} already.",
    "L’identifiant {value} figure déjà à la ligne {line#}.",
  ),
  "name-twice": entry(
    "{value} stands in line {line#} already: one person written twice, or two people of one name.",
    "{value} figure déjà à la ligne {line#} : une personne écrite deux fois, ou deux homonymes.",
  ),
  "row-id-taken": entry(
    "The id {value} is that of a representative or of another participant.",
    "L’identifiant {value} est celui d’un représentant ou d’un autre participant.",
  ),
  "several-of-name": entry(
    "{count#} participants are called {value}: an id or the organisation must say which.",
    "{count#} participants s’appellent {value} : un identifiant ou l’organisation doit dire lequel.",
  ),
  "near-name": entry(
    "{value} is not in the event, but {near} is: one person or two?",
    "{value} n’est pas dans l’événement, mais {near} y est : une personne ou deux ?",
  ),
  "other-id": entry(
    "The id {value} is not in the event, but somebody called {near} is: one person or two?",
    "L’identifiant {value} n’est pas dans l’événement, mais quelqu’un nommé {near} y est : une personne ou deux ?",
  ),
  "near-id": entry(
    "The id {value} is not in the event, but {near} is: one person or two?",
    "L’identifiant {value} n’est pas dans l’événement, mais {near} y est : une personne ou deux ?",
  ),
  "other-organisation": entry(
    "{value} is in the event with the organisation {near}: one person or two?",
    "{value} est dans l’événement avec l’organisation {near} : une personne ou deux ?",
  ),
  "too-many-representatives": entry(
    "{count#} representatives are more than {limit#}.",
    "{count#} représentants, c’est plus que {limit#}.",
  ),
  "too-many-participants": entry(
    "An event has at most {limit#} participants.",
    "Un événement a au plus {limit#} participants.",
  ),

  // Wishes
  "unknown-person": entry(
    "{value} is neither a participant nor an organisation[near|; {near} is near].",
    "{value} n’est ni un participant ni une organisation[near| ; {near} s’en approche].",
  ),
  "unknown-wisher": entry(
    "{value} is no participant[near|; {near} is near].",
    "{value} n’est pas un participant[near| ; {near} s’en approche].",
  ),
  "person-not-taken": entry(
    "{value} stands in a row that is not taken.",
    "{value} figure dans une ligne qui n’est pas reprise.",
  ),
  "organisation-wishes": entry(
    "{value} is an organisation of {count#} people: who of them wishes?",
    "{value} est une organisation de {count#} personnes : laquelle souhaite ?",
  ),
  "no-wisher": entry("Nothing says who wishes.", "Rien ne dit qui souhaite."),
  "no-target": entry("Nothing says whom.", "Rien ne dit qui rencontrer."),
  "wish-to-self": entry("{value} wishes to meet itself.", "{value} souhaite se rencontrer soi-même."),
  "wish-to-own": entry(
    "{value} is the wisher’s own organisation.",
    "{value} est la propre organisation de qui souhaite.",
  ),
  "not-a-priority": entry(
    "{value} is no priority: write 1 to {limit#}, x for 1, or no.",
    "{value} n’est pas une priorité : écrivez 1 à {limit#}, x pour 1, ou non.",
  ),
  "priority-too-low": entry(
    "Priority {value!} does not exist: there are {limit#}.",
    "La priorité {value!} n’existe pas : il y en a {limit#}.",
  ),
  "wish-twice": entry(
    "The wish for {value} stands in line {line#}[sheet| of {sheet}] too, otherwise.",
    "Le souhait pour {value} figure aussi à la ligne {line#}[sheet| de {sheet}], autrement.",
  ),
  "too-many-wishes": entry("An event has at most {limit#} wishes.", "Un événement a au plus {limit#} souhaits."),

  // Places and packages
  "no-id": entry("There is neither an id nor a name.", "Il n’y a ni identifiant ni nom."),

  // Whole sheets
  "no-column-from": entry(
    "No column says who wishes: choose one.",
    "Aucune colonne ne dit qui souhaite : choisissez-en une.",
  ),
  "no-column-to": entry(
    "No column says whom people wish to meet: choose one.",
    "Aucune colonne ne dit qui l’on souhaite rencontrer : choisissez-en une.",
  ),
  "no-column-target": entry(
    "No column stands for a person: choose those that do.",
    "Aucune colonne ne correspond à une personne : choisissez celles qui le font.",
  ),
  "no-column-choice": entry(
    "No column holds a choice: choose those that do.",
    "Aucune colonne ne contient de choix : choisissez celles qui en contiennent.",
  ),
  "all-wrong": entry(
    "Nearly all rows so far are wrong: the {count#} that follow are not looked at. Are the columns the right ones?",
    "Presque toutes les lignes jusqu’ici sont fausses : les {count#} suivantes ne sont pas examinées. Les colonnes sont-elles les bonnes ?",
  ),
  "no-event": entry(
    "The event is not a JSON object: nothing can be put into it.",
    "L’événement n’est pas un objet JSON : rien ne peut y être mis.",
  ),

  // Worth knowing
  "note-totals": entry(
    "{count#} {count~line|lines} left out: totals, or titles that come again ({lines!}).",
    "{count#} {count~ligne laissée|lignes laissées} de côté : totaux ou titres répétés ({lines!}).",
  ),
  "note-namesakes": entry(
    "{value} stands in line {line#} too, with another organisation: two people.",
    "{value} figure aussi à la ligne {line#}, avec une autre organisation : deux personnes.",
  ),
  "note-near-in-file": entry(
    "{value} resembles {near} of line {line#}: two people, as it stands.",
    "{value} ressemble à {near} de la ligne {line#} : deux personnes, en l’état.",
  ),
  "note-repeated": entry(
    "{count#} {count~wish stands|wishes stand} more than once, each time the same: {count~it is|they are} read once.",
    "{count#} {count~souhait figure|souhaits figurent} plusieurs fois à l’identique : {count~il est lu|ils sont lus} une fois.",
  ),
  "note-ranks": entry(
    "{ranks#} choices become {levels#} priorities: {map!}.",
    "{ranks#} choix deviennent {levels#} priorités : {map!}.",
  ),
  "note-places-begin": entry(
    "The event had no places: from now on every meeting needs one.",
    "L’événement n’avait pas de lieu : chaque rendez-vous en demandera un désormais.",
  ),
  "note-side-assumed": entry(
    "No side is given: everybody is on the side {value}.",
    "Aucun côté n’est donné : tout le monde est du côté {value}.",
  ),
  "note-hidden": entry("This sheet is hidden in its workbook.", "Cette feuille est masquée dans son classeur."),
  "note-empty-cells": entry(
    "An empty cell keeps what the event has; a dash clears it.",
    "Une cellule vide garde ce qu’a l’événement ; un tiret l’efface.",
  ),
  "note-renamed-organisation": entry(
    "Everybody of {value} is now of {near}: wishes for {value} follow.",
    "Toutes les personnes de {value} sont maintenant chez {near} : les souhaits pour {value} suivent.",
  ),
  "note-near-not-looked": entry(
    "There are too many names to look for near ones among all of them.",
    "Il y a trop de noms pour chercher les noms proches parmi tous.",
  ),

  // Schedules that were made elsewhere
  "meeting-person-missing": entry("A participant is missing.", "Il manque un participant."),
  "meeting-time-missing": entry("Nothing says when.", "Rien ne dit quand."),
  "meeting-self": entry("{value} cannot meet itself.", "{value} ne peut pas se rencontrer soi-même."),
  "meeting-organisation": entry(
    "{value} is an organisation of {count#} people: who of them?",
    "{value} est une organisation de {count#} personnes : laquelle ?",
  ),
  "meeting-no-slot": entry(
    "No slot begins at {value!}[near|: the nearest begins at {near!}].",
    "Aucun créneau ne commence à {value!}[near| : le plus proche commence à {near!}].",
  ),
  "meeting-elsewhere": entry(
    "Line {line#} has the same meeting at another place.",
    "La ligne {line#} a le même rendez-vous à un autre lieu.",
  ),
  "meeting-unknown-place": entry(
    "There is no place {value}[near|; {near} is near]: the meeting is read without one.",
    "Il n’y a pas de lieu {value}[near| ; {near} s’en approche] : le rendez-vous est lu sans lieu.",
  ),
  "meeting-no-columns": entry(
    "No two columns name participants of this event, or no column says when.",
    "Il n’y a pas deux colonnes qui nomment des participants de cet événement, ou aucune ne dit quand.",
  ),
  "meeting-no-list": entry(
    "This is neither a schedule nor a list of meetings.",
    "Ce n’est ni un planning ni une liste de rendez-vous.",
  ),
  "seat-no-table": entry(
    "There is no table {value} at this meal[near|; {near} is near].",
    "Il n’y a pas de table {value} à ce repas[near| ; {near} s’en approche].",
  ),
  "seat-which-meal": entry("Nothing says at which of the {count#} meals.", "Rien ne dit auquel des {count#} repas."),
  "note-meetings-repeated": entry(
    "{count#} {count~row repeats|rows repeat} a meeting that was read already, as in a list by person.",
    "{count#} {count~ligne répète|lignes répètent} un rendez-vous déjà lu, comme dans une liste par personne.",
  ),
  "note-places-assumed": entry(
    "No place is given for {count#} {count~meeting|meetings}: where one of the two has a place of its own, that is taken.",
    "Aucun lieu n’est donné pour {count#} rendez-vous : si l’un des deux a son propre lieu, c’est celui-là.",
  ),
  "note-no-seats": entry(
    "There are no seats at the meals in it: in the score everybody counts as without one.",
    "Il n’y a pas de places aux repas : dans le score, chacun compte comme sans place.",
  ),
  "note-other-event": entry(
    "The schedule was made for another state of the event, or another event.",
    "Le planning a été fait pour un autre état de l’événement, ou un autre événement.",
  ),
  "note-sheet-aside": entry(
    "{value!} is left aside: it lists no meetings.",
    "{value!} est laissé de côté : pas de liste de rendez-vous.",
  ),

  // Proposals
  "take-as": entry("Read as {value}", "Lire {value}"),
  "take-as-person": entry(
    "It is {value}[organisation| of {organisation}]",
    "C’est {value}[organisation| de {organisation}]",
  ),
  "a-new-person": entry("A new person", "Une nouvelle personne"),
  "make-new": entry("Make {value}", "Créer {value}"),
  "all-are": entry("All are {value}", "Tous sont {value}"),
  "leave-out": entry("Leave the row out", "Laisser la ligne de côté"),
} satisfies Record<string, readonly [string, string]>;

export type MessageKey = keyof typeof MESSAGES;

/** A sentence in both languages. */
export function say(key: MessageKey, values: Record<string, string | number> = {}): Text {
  return { en: fillIn(MESSAGES[key][0], values, "en"), fr: fillIn(MESSAGES[key][1], values, "fr") };
}
