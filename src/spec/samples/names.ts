// Names for the samples, French and English: people, and the letters ids are made of. Everybody is made up; whoever
// bears the same name does so by chance. Used by the samples only.

import type { Random } from "./random.js";

const FIRST_FR =
  "Adèle Agathe Alban Aline Amélie Anaïs Antonin Apolline Armand Arnaud Aurore Axel Basile Béatrice Benoît Blandine " +
  "Bruno Camille Capucine Cédric Célestin Charlotte Clarisse Clément Clotilde Constance Corentin Damien Delphine Djamila " +
  "Edgar Éléonore Élise Émeric Estelle Étienne Fanny Farid Faustine Félicien Flavie Gabin Gaëlle Gaspard Gildas Hélène " +
  "Honorine Hugo Inès Ismaël Jeanne Joachim Josselin Judith Karim Laure Léandre Léonie Lilian Louise Lucien Maëlle Malik " +
  "Margaux Marin Mathilde Maxence Mélanie Mona Nadège Nathan Ninon Noémie Octave Odile Ombeline Oscar Pauline Perrine " +
  "Quentin Raphaël Rémi Romane Sabine Salomé Samir Séverine Solène Tanguy Théodore Tiphaine Ulysse Valentine Victor Violette " +
  "Wassim Xavier Yanis Yolande Zacharie Zélie";
const LAST_FR =
  "Abrissart Aubevoix Balestrade Barbentin Bellacoste Bezoncourt Boisgravel Bourdelaine Brancillon Brévasse Cambrésy " +
  "Castelmarin Chantegrive Charmoulin Clairvallon Combemorel Corbinière Courdanel Crécelle Dargenteuil Delombreval " +
  "Desrochelles Dormeville Drouillac Duvallois Échalasse Embruncourt Escarbelle Estrevigne Falgoude Faverolin Ferrandelle " +
  "Fontrousse Fourchevif Galandier Garivaud Gavrillon Gencourtois Grandvoine Grimaudeau Guéravel Hautecombe Herbelin-Sauge " +
  "Houlevent Jardinel Jolimaître Kervadoue Labourdiche Lamirande Larzillac Lescombelle Lognaudin Lurenbois Maillefer-Roy " +
  "Malgouverne Marvejouls-Petit Mélinand Merlevoix Mirandol Monteclair Morvaline Noirterre Normandelle Orgevald Ormesson-Dufay " +
  "Palmentier Pernouville Pervenchère Pontaubert Prévalette Puydoré Quatrevaux Quincerot Rambelin Ravenelle Récourbe " +
  "Rivesoudre Rochebrillant Roncevel Roubignac Sablonier Saintevigne Sarrazelle Sauvenay Sérandour Taillevigne Tarradelle " +
  "Tournemire-Lac Tréguéval Trousselin Valdampierre Valmorisset Vaucresse Verdolin Vermillac Vieilledent Villebrune " +
  "Vintrignac Voisenelle Yvernault Zurlinde";
const FIRST_EN =
  "Ada Alasdair Amara Amos Anwen Archie Beatrix Bram Bridget Callum Cassia Cerys Clive Cordelia Daphne Darius Delia Dexter " +
  "Edith Elias Elspeth Emrys Esther Ewan Farah Felix Fergus Fiona Flora Gareth Gemma Gideon Greta Hamish Harriet Hester " +
  "Hugh Imogen Ingrid Iris Isaac Ivor Jasper Jemima Jocelyn Josiah Kamal Keira Kit Lachlan Leila Linus Lorna Lydia Magnus " +
  "Maeve Malcolm Marigold Mina Morwenna Nadia Nell Niall Noor Olive Oona Orson Otis Pearl Percy Petra Phoebe Quincy Ravi " +
  "Reuben Rhona Rory Rosalind Rufus Saskia Seth Sibyl Silas Sunita Tabitha Tariq Thea Tobias Una Ursula Verity Vikram " +
  "Wilfred Willa Winifred Yusuf Zara Zadie Zeke Zelda";
const LAST_EN =
  "Abberwick Alderfleet Appledown Ashgrove Barrowmere Beckenshaw Birchenough-Lane Blackmarsh Bramblecote Briarwell " +
  "Brindlesea Brockhollow Calverstone Candlewick Cheverell-Moss Cloverdale Coppergate Corncastle Cranmoss Crowhaven Dapplewood " +
  "Deepcombe Dovetree Drakemoor Dunfallow Eastergate Elderwick Emberton-Hale Fairweather-Low Fallowmere Fennimoor Fernsby-Dale " +
  "Foxcombe Friarsgate Gallowhill Garlandine Glasswick Goldencross Gorseley Greyfell Hallowdene Harebellow Hartsmere " +
  "Hawkenleigh Hazelbarrow Heronshaw Hollowbrook Honeywood Inglemoor Ivystone Jackdaw-Pierce Kestrelham Kingsfallow " +
  "Lambourneside Lanternham Larkenfield Lindenmere Longbarrow Lowmarsh Maplethorne Marlowdean Meadowcroft-Bay Merrydale " +
  "Millwater Mistlethorpe Moorhaven Netherwick Nightinglow Oakhampstead Oldacre Otterbourne-Gray Pebblecombe Pendlemoor " +
  "Pepperwell Plumstowe Quillfeather Ravenscombe Redmayne-Holt Rookwick Rosemoor Rushwater Saltmarsh Sandiford-Lee " +
  "Silverdown Skylarke Snowdrift Sorrelby Stonebeck Swanmere Swiftwater Tanglewood Thistlemore Thornapple Timberlake-Shaw " +
  "Underhaugh Vinterby Wagtail Wetherstone Whitcliffe Wildgoose Willowmead Winterbeck Wolfenden-Rye Yarrowby Yewcroft";

const SETS = {
  fr: { first: FIRST_FR.split(" "), last: LAST_FR.split(" ") },
  en: { first: FIRST_EN.split(" "), last: LAST_EN.split(" ") },
} as const;

/** `n` different made-up people, "Adèle Vermillac"; nobody shares a family name while there are enough of these. */
export function peopleNames(locale: "fr" | "en", n: number, dice: Random): string[] {
  const { first, last } = SETS[locale];
  const firsts = dice.shuffle(first);
  const lasts = dice.shuffle(last);
  return Array.from({ length: n }, (_, i) => {
    // Past one round the first names move on by one, so that no full name comes twice.
    const round = Math.floor(i / lasts.length);
    return `${firsts[(i + round * 7) % firsts.length]!} ${lasts[i % lasts.length]!}`;
  });
}

/** A name as an id: lower case, no accents, hyphens. Different names of one event must give different ids. */
export function slug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
