// The sentences of all diagnostics: key to [English, French]. Read by messages.ts only; it holds no logic.
// `{x}` a name in quotation marks, `{x#}` a number, `{x!}` text as it is, `{x~one|many}` the word that goes with a number,
// `[x|…]` only when there is a value x.
// A key "code/kind" is one of several sentences of a code.

const NEAR_EN = "[near| Did you mean {near}?]";
const NEAR_FR = "[near| Vouliez-vous dire {near} ?]";

const entry = (en: string, fr: string): readonly [string, string] => [en, fr];

export const MESSAGES = {
  // The text
  empty: entry(
    "The text is empty: an event or a schedule was expected.",
    "Le texte est vide : un événement ou un planning était attendu.",
  ),
  "text-too-large": entry(
    "The text is too large ({length#} characters) to be read.",
    "Le texte est trop volumineux ({length#} caractères) pour être lu.",
  ),
  "too-deep": entry(
    "The brackets nest more than {limit#} levels deep; no event does.",
    "Les crochets s’imbriquent sur plus de {limit#} niveaux ; aucun événement n’en a autant.",
  ),
  truncated: entry(
    "The text ends too early: the {open} of line {line#} is never closed. Was the file cut off?",
    "Le texte s’arrête trop tôt : le {open} de la ligne {line#} n’est jamais refermé. Le fichier a-t-il été tronqué ?",
  ),
  "not-json/bracket": entry(
    "This is not JSON: {found} closes nothing that is open here[open|: the {open} of line {line#} is still open].",
    "Ce n’est pas du JSON : {found} ne referme rien ici[open| : le {open} de la ligne {line#} est encore ouvert].",
  ),
  "not-json/string": entry(
    "This is not JSON: a text begins here and has no closing quotation mark on its line.",
    "Ce n’est pas du JSON : un texte commence ici et n’a pas de guillemet fermant sur sa ligne.",
  ),
  "not-json/comment": entry(
    "This is not JSON: the comment of line {line#} never ends.",
    "Ce n’est pas du JSON : le commentaire de la ligne {line#} ne se termine jamais.",
  ),
  "not-json/symbol": entry(
    "This is not JSON: {found} means nothing here. Texts need double quotation marks.",
    "Ce n’est pas du JSON : {found} ne veut rien dire ici. Les textes s’écrivent entre guillemets droits.",
  ),
  "not-json/number": entry(
    "This is not JSON: {found} is not a complete number.",
    "Ce n’est pas du JSON : {found} n’est pas un nombre complet.",
  ),
  "not-json/key": entry(
    "This is not JSON: a key in double quotation marks was expected before {found}.",
    "Ce n’est pas du JSON : une clé entre guillemets droits était attendue avant {found}.",
  ),
  "not-json/value": entry(
    "This is not JSON: a value was expected before {found}.",
    "Ce n’est pas du JSON : une valeur était attendue avant {found}.",
  ),
  "not-json/colon": entry(
    "This is not JSON: a colon was expected before {found}.",
    "Ce n’est pas du JSON : un deux-points était attendu avant {found}.",
  ),
  "not-json/comma": entry(
    "This is not JSON: a comma was expected before {found}.",
    "Ce n’est pas du JSON : une virgule était attendue avant {found}.",
  ),
  "not-json/end": entry(
    "This is not JSON: {found} stands after the end.",
    "Ce n’est pas du JSON : {found} se trouve après la fin.",
  ),
  "not-json/escape": entry(
    "This is not JSON: the text {found} holds a backslash followed by something that is no escape.",
    "Ce n’est pas du JSON : le texte {found} contient une barre oblique inverse suivie d’un caractère inattendu.",
  ),
  "not-json/character": entry(
    "This is not JSON: the text {found} holds a tab or another control character; write it as an escape.",
    "Ce n’est pas du JSON : le texte {found} contient une tabulation ou un autre caractère de contrôle ; écrivez-le sous forme d’échappement.",
  ),
  "not-json/binary": entry(
    "This is not JSON: there are control characters here and nothing else. Is this a file of another kind?",
    "Ce n’est pas du JSON : il n’y a ici que des caractères de contrôle. Est-ce un autre type de fichier ?",
  ),
  "too-many-keys": entry(
    "This object has more than {limit#} keys; none of an event or a schedule has.",
    "Cet objet a plus de {limit#} clés ; aucun d’un événement ou d’un planning n’en a autant.",
  ),
  "duplicate-key": entry(
    "The key {key} stands twice in one object; only one of the two could count.",
    "La clé {key} figure deux fois dans le même objet ; une seule des deux pourrait compter.",
  ),
  "too-many": entry(
    "There are {count#} {list!}; at most {limit#} are possible.",
    "Il y a {count#} éléments dans {list} ; {limit#} au plus sont possibles.",
  ),
  more: entry(
    "At least {count#} more {count~problem|problems} of the kind {of} {count~is|are} not listed.",
    "Au moins {count#} {count~autre problème|autres problèmes} du type {of} {count~n’est pas affiché|ne sont pas affichés}.",
  ),

  // Shapes
  "wrong-format/schedule": entry("This is a schedule, not an event.", "Ceci est un planning, pas un événement."),
  "wrong-format/event": entry("This is an event, not a schedule.", "Ceci est un événement, pas un planning."),
  "wrong-format/other": entry(
    "The format is {found!}; {expected} was expected.",
    "Le format est {found!} ; {expected} était attendu.",
  ),
  "wrong-version": entry(
    "The version is {found!}; this program reads version {expected#}.",
    "La version est {found!} ; ce programme lit la version {expected#}.",
  ),
  missing: entry("{at!} is missing.", "{at!} est absent."),
  "wrong-type/string": entry(
    "{at!} is {found!}: a text was expected.",
    "{at!} vaut {found!} : un texte était attendu.",
  ),
  "wrong-type/number": entry(
    "{at!} is {found!}: a number was expected.",
    "{at!} vaut {found!} : un nombre était attendu.",
  ),
  "wrong-type/int": entry(
    "{at!} is {found!}: a whole number was expected.",
    "{at!} vaut {found!} : un nombre entier était attendu.",
  ),
  "wrong-type/boolean": entry(
    "{at!} is {found!}: true or false was expected.",
    "{at!} vaut {found!} : true ou false était attendu.",
  ),
  "wrong-type/array": entry(
    "{at!} is {found!}: a list was expected.",
    "{at!} vaut {found!} : une liste était attendue.",
  ),
  "wrong-type/tuple": entry(
    "{at!} is {found!}: a short list such as [a, b] was expected.",
    "{at!} vaut {found!} : une courte liste du type [a, b] était attendue.",
  ),
  "wrong-type/object": entry(
    "{at!} is {found!}: an object in braces was expected.",
    "{at!} vaut {found!} : un objet entre accolades était attendu.",
  ),
  "wrong-type/other": entry(
    "{at!} is {found!}, which is not possible here.",
    "{at!} vaut {found!}, ce qui n’est pas possible ici.",
  ),
  "not-whole": entry(
    "{at!} is {found!}: a whole number was expected.",
    "{at!} vaut {found!} : un nombre entier était attendu.",
  ),
  "too-small": entry(
    "{at!} is {found!}: at least {limit#} was expected.",
    "{at!} vaut {found!} : au moins {limit#} était attendu.",
  ),
  "too-big": entry(
    "{at!} is {found!}: at most {limit#} is possible.",
    "{at!} vaut {found!} : {limit#} au plus est possible.",
  ),
  "beyond-numbers/big": entry(
    "{at!} is a number larger than any that can be stored: at most {limit#} is possible.",
    "{at!} est un nombre plus grand que tous ceux qui se représentent : {limit#} au plus est possible.",
  ),
  "beyond-numbers/small": entry(
    "{at!} is a number smaller than any that can be stored: at least {limit#} was expected.",
    "{at!} est un nombre plus petit que tous ceux qui se représentent : au moins {limit#} était attendu.",
  ),
  "beyond-numbers/other": entry(
    "{at!} is a number with more digits than can be stored, which is not possible here.",
    "{at!} est un nombre qui a plus de chiffres qu’on ne peut en représenter, ce qui n’est pas possible ici.",
  ),
  "empty-text": entry("{at!} is empty: a text was expected.", "{at!} est vide : un texte était attendu."),
  "too-few": entry(
    "{at!} has too few items: at least {limit#} is needed.",
    "{at!} n’a pas assez d’éléments : il en faut au moins {limit#}.",
  ),
  "wrong-length": entry(
    "{at!} has {count#} {count~item|items}: {limit#} {limit~was|were} expected.",
    "{at!} a {count#} {count~élément|éléments} : {limit#} {limit~était attendu|étaient attendus}.",
  ),
  "not-allowed": entry(
    "{at!} is {found!}: possible are {options!}." + NEAR_EN,
    "{at!} vaut {found!} : sont possibles {options!}." + NEAR_FR,
  ),
  "bad-date": entry(
    "{at!} is {found!}: a date such as 2027-03-17 was expected.",
    "{at!} vaut {found!} : une date telle que 2027-03-17 était attendue.",
  ),
  "no-such-date": entry(
    "{at!} is {found!}: this date does not exist.",
    "{at!} vaut {found!} : cette date n’existe pas.",
  ),
  "bad-text": entry("{at!} is {found!}: expected was {expected!}.", "{at!} vaut {found!} ; attendu : {expected!}."),
  "bad-time": entry(
    "{at!} is {found!}: a time of day such as 09:30 was expected.",
    "{at!} vaut {found!} : une heure telle que 09:30 était attendue.",
  ),
  "unknown-key": entry("The key {key} is not known here." + NEAR_EN, "La clé {key} n’est pas connue ici." + NEAR_FR),

  // Ids
  "unknown-id/side": entry("There is no side {id}." + NEAR_EN, "Il n’y a pas de côté {id}." + NEAR_FR),
  "unknown-id/tier": entry("There is no package {id}." + NEAR_EN, "Il n’y a pas de forfait {id}." + NEAR_FR),
  "unknown-id/place": entry("There is no place {id}." + NEAR_EN, "Il n’y a pas de lieu {id}." + NEAR_FR),
  "unknown-id/zone": entry("No place has the zone {id}." + NEAR_EN, "Aucun lieu n’a la zone {id}." + NEAR_FR),
  "unknown-id/participant": entry(
    "There is no participant {id}." + NEAR_EN,
    "Il n’y a pas de participant {id}." + NEAR_FR,
  ),
  "unknown-id/target": entry(
    "There is no participant and no organisation {id}." + NEAR_EN,
    "Il n’y a ni participant ni organisation {id}." + NEAR_FR,
  ),
  "unknown-id/row": entry(
    "{id} is not a representative of {participant}." + NEAR_EN,
    "{id} n’est pas un représentant de {participant}." + NEAR_FR,
  ),
  "unknown-id/slot": entry("There is no slot {id}." + NEAR_EN, "Il n’y a pas de créneau {id}." + NEAR_FR),
  "unknown-id/session": entry("There is no session {id}." + NEAR_EN, "Il n’y a pas de session {id}." + NEAR_FR),
  "unknown-id/table": entry("This meal has no table {id}." + NEAR_EN, "Ce repas n’a pas de table {id}." + NEAR_FR),
  "not-a-meal": entry("The session {id} is not a meal.", "La session {id} n’est pas un repas."),
  "duplicate-id/side": entry("The side {id} stands twice.", "Le côté {id} figure deux fois."),
  "duplicate-id/tier": entry("The package {id} stands twice.", "Le forfait {id} figure deux fois."),
  "duplicate-id/participant": entry("The participant {id} stands twice.", "Le participant {id} figure deux fois."),
  "duplicate-id/row": entry(
    "The representative {id} has the id of another row; a participant without representatives is a row too.",
    "Le représentant {id} porte l’identifiant d’une autre ligne ; un participant sans représentant compte aussi pour une ligne.",
  ),
  "duplicate-id/place": entry("The place {id} stands twice.", "Le lieu {id} figure deux fois."),
  "duplicate-id/session": entry(
    "The session {id} stands twice; session ids are unique in the whole event.",
    "La session {id} figure deux fois ; ces identifiants sont uniques dans tout l’événement.",
  ),
  "duplicate-id/table": entry(
    "The table {id} stands twice at this meal.",
    "La table {id} figure deux fois à ce repas.",
  ),
  "duplicate-id/meal": entry("The meal {id} stands twice.", "Le repas {id} figure deux fois."),
  "duplicate-id/tag": entry(
    "The tag {id} stands twice in this list.",
    "Le mot-clé {id} figure deux fois dans cette liste.",
  ),
  "duplicate-id/walk": entry(
    "The walk between {a} and {b} is given twice.",
    "Le trajet entre {a} et {b} figure deux fois.",
  ),
  "ambiguous-id/slot": entry(
    "The session {id} has the id of a slot.",
    "La session {id} porte l’identifiant d’un créneau.",
  ),
  "ambiguous-id/date": entry(
    "The session {id} has a date as its id.",
    "La session {id} porte une date comme identifiant.",
  ),
  "ambiguous-id/organisation": entry(
    "{id} is a participant and also an organisation with other participants; the wish is for the participant.",
    "{id} est un participant et aussi une organisation qui en compte d’autres ; le souhait vise le participant.",
  ),
  "pair-with-self": entry(
    "The pair names {id} twice; two different participants were expected.",
    "La paire cite deux fois {id} ; deux participants différents étaient attendus.",
  ),

  // Time
  "unknown-timezone": entry(
    "There is no time zone {id}; a name such as Europe/Paris was expected.",
    "Il n’y a pas de fuseau horaire {id} ; un nom tel que Europe/Paris était attendu.",
  ),
  "unknown-time": entry(
    "{id} is no slot, session or date of this event." + NEAR_EN,
    "{id} n’est ni un créneau, ni une session, ni une date de cet événement." + NEAR_FR,
  ),
  "bad-range": entry("The range {id} ends before it starts.", "La plage {id} se termine avant de commencer."),
  "duplicate-date": entry(
    "The date {id} stands twice in the calendar.",
    "La date {id} figure deux fois dans le calendrier.",
  ),
  "session-ends-first": entry(
    "The session {id} starts at {start!} and ends at {end!}: it ends before it starts.",
    "La session {id} commence à {start!} et se termine à {end!} : elle finit avant de commencer.",
  ),
  "session-empty": entry(
    "The session {id} starts and ends at {start!}: it has no length.",
    "La session {id} commence et se termine à {start!} : elle n’a pas de durée.",
  ),
  "sessions-overlap": entry(
    "The sessions {id} and {other} of {date!} overlap.",
    "Les sessions {id} et {other} du {date!} se chevauchent.",
  ),
  "no-meeting-length": entry(
    "The session {id} is for meetings and needs the length of a meeting in minutes.",
    "La session {id} est consacrée aux rendez-vous : il faut la durée d’un rendez-vous en minutes.",
  ),
  "session-too-short": entry(
    "The session {id} lasts {length#} {length~minute|minutes}, too short for one meeting of {meeting#}.",
    "La session {id} dure {length#} {length~minute|minutes}, trop peu pour un rendez-vous de {meeting#}.",
  ),
  "no-slots": entry("The calendar has no slot for meetings.", "Le calendrier n’a aucun créneau de rendez-vous."),
  "too-many-slots": entry(
    "The calendar has {count#} slots; at most {limit#} are possible.",
    "Le calendrier a {count#} créneaux ; {limit#} au plus sont possibles.",
  ),

  // People and wishes
  "no-participants": entry("There are no participants.", "Il n’y a aucun participant."),
  "too-many-representatives": entry(
    "{id} has {count#} representatives; at most {limit#} make sense.",
    "{id} a {count#} représentants ; au-delà de {limit#}, cela n’a pas de sens.",
  ),
  "too-many-rows": entry(
    "There are {count#} representatives in all; at most {limit#} are possible.",
    "Il y a {count#} représentants en tout ; {limit#} au plus sont possibles.",
  ),
  "too-many-pairs/wishes": entry(
    "The wishes speak of {count#} pairs of people (one for an organisation counts for each of its participants); at most {limit#} are possible. Wish for people, or for smaller organisations.",
    "Les souhaits concernent {count#} paires de personnes (un souhait pour une organisation compte pour chacun de ses participants) ; {limit#} au plus sont possibles. Visez des personnes, ou des organisations plus petites.",
  ),
  "too-many-pairs/fill": entry(
    "With fill {fill#} for {people#} people with needs or offers there are up to {count#} pairs of people; at most {limit#} are possible. A smaller number will do.",
    "Avec fill {fill#} pour {people#} personnes ayant des besoins ou des offres, il y a jusqu’à {count#} paires de personnes ; {limit#} au plus sont possibles. Un nombre plus petit convient.",
  ),
  "too-many-comparisons": entry(
    "To fill agendas, needs and offers would have to be compared {count#} times; at most {limit#} are possible. Give people fewer tags, or tags that fewer people share.",
    "Pour compléter les agendas, il faudrait comparer {count#} fois besoins et offres ; {limit#} au plus sont possibles. Donnez moins de mots-clés à chacun, ou des mots-clés que moins de personnes partagent.",
  ),
  "wish-to-self": entry("{id} wishes to meet itself.", "{id} souhaite se rencontrer soi-même."),
  "wish-to-own-organisation": entry(
    "{id} wishes to meet its own organisation {organisation}.",
    "{id} souhaite rencontrer sa propre organisation {organisation}.",
  ),
  "wish-without-kind": entry(
    "The wish of {from} for {to} has neither a priority nor a veto.",
    "Le souhait de {from} pour {to} n’a ni priorité ni refus.",
  ),
  "wish-with-both": entry(
    "The wish of {from} for {to} has both a priority and a veto.",
    "Le souhait de {from} pour {to} a à la fois une priorité et un refus.",
  ),
  "priority-too-low": entry(
    "Priority {priority#} has no points: the rules give points for priorities 1 to {limit#}.",
    "La priorité {priority#} n’a pas de points : les règles en prévoient pour les priorités 1 à {limit#}.",
  ),
  "duplicate-wish": entry(
    "The wish of {from} for {to} stands twice (first as number {first#}).",
    "Le souhait de {from} pour {to} figure deux fois (d’abord au rang {first#}).",
  ),
  "guaranteed-over-maximum/tier": entry(
    "The package {id} guarantees {guaranteed#} {guaranteed~meeting|meetings} but allows {maximum#} at most.",
    "Le forfait {id} garantit {guaranteed#} rendez-vous mais en permet {maximum#} au plus.",
  ),
  "guaranteed-over-maximum/participant": entry(
    "{id} is guaranteed {guaranteed#} {guaranteed~meeting|meetings} but may have {maximum#} at most.",
    "{id} a {guaranteed#} rendez-vous {guaranteed~garanti|garantis} mais {maximum#} au plus {maximum~autorisé|autorisés}.",
  ),
  "guaranteed-over-slots": entry(
    "{id} is guaranteed {guaranteed#} {guaranteed~meeting|meetings} but is there for {count#} at most.",
    "{id} a {guaranteed#} rendez-vous {guaranteed~garanti|garantis} mais sa présence n’en permet que {count#}.",
  ),
  "no-pairs": entry(
    "No two participants may meet: no wish stands between people who can meet at the same time.",
    "Aucune rencontre n’est possible : aucun souhait ne relie des personnes qui peuvent se voir au même moment.",
  ),
  "nowhere-to-meet": entry(
    "{id} hosts its meetings but has no place of its own, and every place is somebody else’s.",
    "{id} reçoit ses rendez-vous mais n’a pas de lieu à soi, et tous les lieux appartiennent à d’autres.",
  ),
  "too-large/score": entry(
    "With these weights the score could pass {limit#}, the largest number that is counted exactly; lower them.",
    "Avec ces poids, le score pourrait dépasser {limit#}, le plus grand nombre compté exactement ; baissez-les.",
  ),
  "too-large/meals": entry(
    "With this mealShare, values could pass {limit#}, the largest number that is counted exactly; lower it.",
    "Avec cette valeur de mealShare, des nombres pourraient dépasser {limit#}, le plus grand compté exactement ; baissez-la.",
  ),
  "too-large/fairness": entry(
    "With this fairness, values could pass {limit#}, the largest number that is counted exactly; lower it or the points.",
    "Avec cette valeur de fairness, des nombres pourraient dépasser {limit#}, le plus grand compté exactement ; baissez-la, ou les points.",
  ),

  // Locked meetings
  "locked-slot-and-slots": entry(
    "The locked meeting of {a} and {b} gives both slot and slots; one of them was expected.",
    "Le rendez-vous imposé de {a} et {b} donne à la fois slot et slots ; un seul des deux était attendu.",
  ),
  "locked-same-organisation": entry(
    "{a} and {b} are of one organisation; a meeting of the two cannot be locked.",
    "{a} et {b} sont de la même organisation ; leur rendez-vous ne peut pas être imposé.",
  ),
  "locked-sides": entry(
    "The sides of {a} and {b} are not paired; a meeting of the two cannot be locked.",
    "Les côtés de {a} et {b} ne se rencontrent pas ; leur rendez-vous ne peut pas être imposé.",
  ),
  "locked-vetoed": entry(
    "The meeting of {a} and {b} is locked, but one of them refuses the other (wish number {wish#}).",
    "Le rendez-vous de {a} et {b} est imposé, mais l’un refuse l’autre (souhait numéro {wish#}).",
  ),
  "locked-blocked": entry(
    "The meeting of {a} and {b} is locked, but the two are blocked[slot| in the slot {slot}].",
    "Le rendez-vous de {a} et {b} est imposé, mais les deux sont bloqués[slot| dans le créneau {slot}].",
  ),
  "locked-met": entry(
    "The meeting of {a} and {b} is locked, but they met before and the rules exclude that.",
    "Le rendez-vous de {a} et {b} est imposé, mais ils se sont déjà rencontrés et les règles l’excluent.",
  ),
  "locked-absent": entry(
    "The meeting of {a} and {b} is locked in the slot {slot}, when {absent!} is absent.",
    "Le rendez-vous de {a} et {b} est imposé dans le créneau {slot}, où {absent!} ne peut pas être présent.",
  ),
  "locked-no-slot": entry(
    "The meeting of {a} and {b} is locked, but no slot that it may take finds both present.",
    "Le rendez-vous de {a} et {b} est imposé, mais aucun créneau possible ne trouve les deux présents.",
  ),
  "locked-place-closed": entry(
    "The meeting of {a} and {b} is locked, but its place {place} is closed (or has no room) whenever it could be held.",
    "Le rendez-vous de {a} et {b} est imposé, mais son lieu {place} est fermé (ou sans capacité) à tout moment possible.",
  ),
  "locked-no-place": entry(
    "The meeting of {a} and {b} is locked, but every place it could use is closed (or has no room) whenever it could be held.",
    "Le rendez-vous de {a} et {b} est imposé, mais tous ses lieux possibles sont fermés (ou sans capacité) à tout moment possible.",
  ),
  "locked-twice": entry(
    "{a} and {b} have {count#} locked meetings but only {slots#} {slots~slot|slots} for them, and never meet twice in one slot.",
    "{a} et {b} ont {count#} rendez-vous imposés mais seulement {slots#} {slots~créneau|créneaux} pour les tenir, et jamais deux dans un même créneau.",
  ),
  "locked-clash": entry(
    "{id} has {count#} meetings locked in the slot {slot} and can hold {room#} there: {meetings!}.",
    "{id} a {count#} rendez-vous imposés dans le créneau {slot} et peut en tenir {room#} : {meetings!}.",
  ),
  "locked-too-many": entry(
    "{id} has {count#} locked meetings that share {slots#} slots with room for {room#}: {meetings!}.",
    "{id} a {count#} rendez-vous imposés qui se partagent {slots#} créneaux, de quoi en tenir {room#} : {meetings!}.",
  ),
  "locked-over-maximum": entry(
    "{id} has {count#} locked {count~meeting|meetings} but may have {maximum#} at most.",
    "{id} a {count#} rendez-vous {count~imposé|imposés} mais {maximum#} au plus {maximum~autorisé|autorisés}.",
  ),
  "locked-over-capacity": entry(
    "The place {place} has {count#} locked {count~meeting|meetings} in {slots#} {slots~slot|slots} with room for {room#}: {meetings!}.",
    "Le lieu {place} a {count#} rendez-vous {count~imposé|imposés} dans {slots#} {slots~créneau|créneaux}, de quoi en tenir {room#} : {meetings!}.",
  ),
  "locked-no-room": entry(
    "{count#} meetings are locked in the slot {slot}, and the places they could use have room for {room#}: {meetings!}.",
    "{count#} rendez-vous sont imposés dans le créneau {slot}, et leurs lieux possibles peuvent en accueillir {room#} : {meetings!}.",
  ),
  "locked-walk": entry(
    "From {from} ({slot}) to {to} ({next}) the walk takes {minutes#} {minutes~minute|minutes} and there are {time#}; locked there: {meetings!}.",
    "De {from} ({slot}) à {to} ({next}), le trajet prend {minutes#} {minutes~minute|minutes} et il y en a {time#} ; y sont imposés : {meetings!}.",
  ),
  "locked-rest": entry(
    "{id} has {count#} meetings locked from the slot {slot} to {next}; without a pause the rules allow {room#} there: {meetings!}.",
    "{id} a {count#} rendez-vous imposés du créneau {slot} à {next} ; sans pause, les règles en permettent {room#} : {meetings!}.",
  ),
  "locked-triangle": entry(
    "{a}, {b} and {c} are all locked to meet each other in {slots#} {slots~slot|slots}; one slot holds one of the three meetings: {meetings!}.",
    "{a}, {b} et {c} ont des rendez-vous imposés deux à deux dans {slots#} {slots~créneau|créneaux} ; un créneau n’en contient qu’un des trois : {meetings!}.",
  ),
  "locked-exclusive": entry(
    "{id} has locked meetings with {a} and {b}, both of {organisation}; the rules allow one per organisation.",
    "{id} a des rendez-vous imposés avec {a} et {b}, tous deux de {organisation} ; les règles n’en permettent qu’un par organisation.",
  ),
  "precedence-cycle": entry(
    "These locked meetings would each have to come before the next, round in a circle: {meetings!}.",
    "Ces rendez-vous imposés devraient chacun précéder le suivant, en boucle : {meetings!}.",
  ),
  "precedence-circle": entry(
    "These meetings would each come before the next, round in a circle, so at least one is never held: {meetings!}.",
    "Ces rendez-vous se précéderaient l’un l’autre en boucle ; l’un au moins n’aura donc jamais lieu : {meetings!}.",
  ),
  "precedence-order": entry(
    "{first!} must come before {then!}, but the locked slots say otherwise ({firstSlot}, then {thenSlot}).",
    "{first!} doit précéder {then!}, mais les créneaux imposés disent le contraire ({firstSlot}, puis {thenSlot}).",
  ),
  "precedence-no-room": entry(
    "{first!} must come before {then!}, but no slot is left for the second: the first can be in {firstSlot} at the earliest.",
    "{first!} doit précéder {then!}, mais il ne reste aucun créneau au second : le premier est au plus tôt en {firstSlot}.",
  ),

  // Meals
  "table-host-twice": entry(
    "{id} hosts two tables of this meal, {a} and {b}.",
    "{id} reçoit à deux tables de ce repas, {a} et {b}.",
  ),
  "host-absent": entry(
    "{id} hosts the table {table} but does not take this meal (absent, or without meals).",
    "{id} reçoit à la table {table} mais ne prend pas ce repas (absent, ou sans repas).",
  ),
  "seat-absent": entry(
    "{id} has a seat at the table {table} but does not take this meal (absent, or without meals).",
    "{id} a une place à la table {table} mais ne prend pas ce repas (absent, ou sans repas).",
  ),
  "seat-twice": entry(
    "{id} has two seats at this meal, at {a} and {b}.",
    "{id} a deux places à ce repas, à {a} et {b}.",
  ),
  "seat-of-host": entry(
    "{id} has a seat at the table {a} but hosts the table {b}.",
    "{id} a une place à la table {a} mais reçoit à la table {b}.",
  ),
  "table-over-full": entry(
    "{count#} people have fixed seats at the table {table}, which has {seats#}.",
    "{count#} personnes ont une place imposée à la table {table}, qui en compte {seats#}.",
  ),
  "table-veto": entry(
    "{a} and {b} have fixed seats at the table {table}, but one refuses the other.",
    "{a} et {b} ont des places imposées à la table {table}, mais l’un refuse l’autre.",
  ),
  "mix-order": entry(
    "For the side {side}, at least {min#} and at most {max#} {max~person|people} at a table contradict each other.",
    "Pour le côté {side}, au moins {min#} et au plus {max#} {max~personne|personnes} par table se contredisent.",
  ),
  "mix-over-table": entry(
    "The mix asks for {min#} {min~person|people} at every table, but the table {table} has {seats#} {seats~seat|seats}.",
    "La répartition demande {min#} {min~personne|personnes} à chaque table, mais la table {table} n’a que {seats#} {seats~place|places}.",
  ),
  "mix-over-side": entry(
    "The mix asks for {min#} {min~person|people} of the side {side} at every table, but {count#} {count~takes|take} this meal: nobody can sit.",
    "La répartition demande {min#} {min~personne|personnes} du côté {side} à chaque table, mais {count#} {count~prend|prennent} ce repas : personne ne peut s’asseoir.",
  ),
  "mix-over-seats": entry(
    "{count#} {count~person|people} of the side {side} {count~has a fixed seat|have fixed seats} at the table {table}; the mix allows {max#}.",
    "{count#} {count~personne|personnes} du côté {side} {count~a|ont} une place imposée à la table {table} ; la répartition en permet {max#}.",
  ),
  "mix-no-seat": entry(
    "{people#} {people~person|people} must sit at the table {table} ({who!}) and the mix needs {more#} more there, but it has {seats#} {seats~seat|seats}.",
    "{people#} {people~personne doit|personnes doivent} être à la table {table} ({who!}) et la répartition en demande {more#} de plus, mais elle n’a que {seats#} {seats~place|places}.",
  ),
  "mix-no-one/left": entry(
    "The mix needs {count#} more of the side {side} at the table {table}, where somebody must sit, but {able#} {able~is|are} left without a fixed seat.",
    "La répartition demande {count#} {count~autre personne|autres personnes} du côté {side} à la table {table}, où quelqu’un doit être, mais il n’en reste que {able#} sans place imposée.",
  ),
  "mix-no-one/veto": entry(
    "The mix needs {count#} more of the side {side} at the table {table}, but only {able#} can sit there: between the others and who must sit there stands a veto.",
    "La répartition demande {count#} {count~autre personne|autres personnes} du côté {side} à la table {table}, mais {able#} seulement {able~peut|peuvent} s’y asseoir : entre les autres et qui doit y être, il y a un refus.",
  ),
  "mix-over-tables": entry(
    "The mix needs {count#} more of the side {side} at the tables where somebody must sit ({tables!}), but only {able#} can sit there.",
    "La répartition demande {count#} autres personnes du côté {side} aux tables où quelqu’un doit être ({tables!}), mais {able#} seulement {able~peut|peuvent} s’y asseoir.",
  ),
  "few-seats": entry(
    "{count#} {count~person takes|people take} the meal {id}, and its tables have {seats#} {seats~seat|seats}.",
    "{count#} {count~personne prend|personnes prennent} le repas {id}, et ses tables comptent {seats#} {seats~place|places}.",
  ),

  // Promises
  "promises/none": entry("No meetings are promised to anybody.", "Aucun rendez-vous n’est promis à personne."),
  "promises/kept": entry(
    "All packages can be honoured: a schedule was found, and verified, in which none of the {meetings#} promised meetings of {people#} {people~participant|participants} is missing.",
    "Tous les forfaits peuvent être honorés : un planning a été trouvé, et vérifié, où aucun des {meetings#} rendez-vous promis à {people#} {people~participant|participants} ne manque.",
  ),
  "promises/open": entry(
    "Whether all packages can be honoured is open: no proof says that they cannot, and [missing|the best schedule found leaves {missing#} of {meetings#} promised meetings missing][unsound|no schedule was found that keeps all hard rules].",
    "Impossible de dire si tous les forfaits peuvent être honorés : rien ne prouve le contraire, et [missing|le meilleur planning trouvé laisse manquer {missing#} des {meetings#} rendez-vous promis][unsound|aucun planning qui respecte toutes les règles impératives n’a été trouvé].",
  ),
  "promises/time": entry(
    "Not all packages can be honoured: {who!} was promised {promised#} {promised~meeting|meetings} and can have {possible#} at most, with the time and the maximum there are.",
    "Tous les forfaits ne peuvent pas être honorés : {who!} s’est vu promettre {promised#} rendez-vous et en aura {possible#} au plus, vu le temps et le maximum prévus.",
  ),
  "promises/partner": entry(
    "Not all packages can be honoured: {who!} was promised {promised#} {promised~meeting|meetings} and can have {possible#} at most, with the partners there are.",
    "Tous les forfaits ne peuvent pas être honorés : {who!} s’est vu promettre {promised#} rendez-vous et en aura {possible#} au plus, vu les partenaires possibles.",
  ),
  "promises/partners": entry(
    "Not all packages can be honoured: {people#} participants ({who!}) were promised {promised#} meetings and can have {possible#} at most together, as {scarce#} {scarce~partner has|partners have} {free#} free {free~slot|slots} for them[others|, all others {others#}][locked|, and {locked#} {locked~is|are} locked].",
    "Tous les forfaits ne peuvent pas être honorés : {people#} participants ({who!}) se sont vu promettre {promised#} rendez-vous et en auront {possible#} au plus ensemble, car {scarce#} {scarce~partenaire a|partenaires ont} {free#} {free~créneau libre|créneaux libres} pour eux[others|, tous les autres {others#}][locked|, et {locked#} {locked~est imposé|sont imposés}].",
  ),
  "promises/pairs": entry(
    "Not all packages can be honoured: {people#} participants ({who!}) were promised {promised#} meetings and can have {possible#} at most together, as they meet nobody twice, and of another organisation nobody else.",
    "Tous les forfaits ne peuvent pas être honorés : {people#} participants ({who!}) se sont vu promettre {promised#} rendez-vous et en auront {possible#} au plus ensemble, car ils ne voient personne deux fois, ni une autre personne de la même organisation.",
  ),
  "promises/room": entry(
    "Not all packages can be honoured: {people#} {people~participant|participants} ({who!}) were promised {promised#} meetings and can have {possible#} at most together, as all places together hold {room#}.",
    "Tous les forfaits ne peuvent pas être honorés : {people#} {people~participant|participants} ({who!}) se sont vu promettre {promised#} rendez-vous et en auront {possible#} au plus ensemble, car tous les lieux réunis en accueillent {room#}.",
  ),
  "promises/prices": entry(
    "Not all packages can be honoured: {people#} {people~participant|participants} ({who!}) were promised {promised#} meetings and can have {possible#} at most together, as a certificate proves from who is there when, maxima and room.",
    "Tous les forfaits ne peuvent pas être honorés : {people#} {people~participant|participants} ({who!}) se sont vu promettre {promised#} rendez-vous et en auront {possible#} au plus ensemble, ce qu’un certificat prouve d’après les présences, les maximums et la place.",
  ),

  // Schedules
  "too-many-meetings": entry(
    "{row} has {count#} meetings, and the event has {slots#} {slots~slot|slots}: this is no schedule of it.",
    "{row} a {count#} rendez-vous et l’événement {slots#} {slots~créneau|créneaux} : ce n’en est pas un planning.",
  ),
  "other-event": entry(
    "This schedule was made for another event (or another state of it): its hash is {found}, the event’s is {expected}.",
    "Ce planning a été fait pour un autre événement (ou un autre état de celui-ci) : son empreinte est {found}, celle de l’événement {expected}.",
  ),
} as const;

/** A code, or a code and which of its sentences: "unknown-id/side". */
export type MessageKey = keyof typeof MESSAGES;
