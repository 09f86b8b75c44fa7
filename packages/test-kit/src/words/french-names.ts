// Names of french origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const FRENCH_FEMALE: readonly string[] = commaSeparated(`
Marie-Claire,Anne-Sophie,Marie-Ève,Céline,Hélène,Zoé,Chloé,Geneviève,Amélie,Aurélie,Élodie,Margaux,
Océane,Solène,Thérèse,Noémie,Maëlle,Anaïs,Inès,Françoise,Amandine,Gisèle,Gwenaëlle,Michèle,Xavière,
Dieudonnée,Lorraine,Antigone,Ludivine,Aphélie,Béatrice,Andrée,Ambroisie,Danielle,Anstrudie,Ségolène,
Ansberte,Ambre,Aubertine,Astrée,Arlette,Abeline,Marlène,Laurence,Olive,Adeline,Adrehilde,Francette,
Pécine,Fantine,Stéphanie,Agnane,Garance,Axeline,Bérangère,Armandine,Adegrine,Tatiana,Miriam,Isabelle,
Anémone,Dorine,Lucille,Estelle,Irène,Emmelie,Julie,Jehanne,Aube,Maxellende,Flavie,Aurélienne,Julia,
Anthelmette,Arthurine,Léna,Morgane,Rosalie,Argine,Bénédicte,Abdonie,Amaryllis,Adèle,Jeanne d'Arc,Éloïse,
Adrienne,Marianne,Carine,Alaine,Elsa,Olympe,Mélanie,Mélissandre,Gerberge,Alice,Anicée,Caroline,Pauline,
Claire,Aline,Adonise,Astride,Annabelle,Salomé,Yvonne,Athanasie,Ella,Azélie,Paule,Jacinthe,Jacqueline,
Nicole,Coraline,Albane,Maud,Aliette,Ascension,Sandrine,Blandine,Clarisse,Sabine,Aminte,Mélodie,Pélagie,
Gustavine,Justine,Cyrielle,Lydie,Amande,Acacie
`);

/** Male first names. */
export const FRENCH_MALE: readonly string[] = commaSeparated(`
Jean-Pierre,Jean-François,Étienne,René,Benoît,Jérôme,Stéphane,Frédéric,Gaël,Loïc,Raphaël,Théo,Mathéo,
Noël,Léopold,Titien,Pierrick,Régis,Florent,Antonin,Constant,Romuald,Désiré,Amiel,Jude,Victor,Raymond,
Zacharie,Néhémie,Aquilin,Daniel,Béranger,Aubry,Girart,Charles,Abélard,Eustache,Bertrand,Robert,Judicaël,
Pierre,Agapet,Alban,Gustave,Eubert,Thomas,Félix,Alphonse,Noé,Édouard,Flodoard,Roland,Séraphin,Gervais,
César,Florian,Fidèle,Adalric,Aimé,Chrétien,Rémi,Zéphirin,Herluin,Melchior,Côme,Adjutor,Valéry,Edmond,
Hervé,Matthias,Gaston,Justin,Henri,Brieuc,Cléandre,Tim,Sébastien,Arthur,Hildebert,Valentin,Jules,Adelphe,
Angilbe,Émeric,Abelin,Achaire,Guérin,Martial,Guyot,Camillien
`);

/** Surnames. */
export const FRENCH_SURNAMES: readonly string[] = commaSeparated(`
Tremblay,Gagnon,Roy,Côté,Bouchard,Gauthier,Morin,Lavoie,Fortin,Gagné,Ouellet,Pelletier,Bélanger,Lévesque,
Bergeron,Leblanc,Paquette,Girard,Simard,Boucher,Caron,Beaulieu,Cloutier,Dubé,Poirier,Fournier,Lapointe,
Leclerc,Lefebvre,Poulin,Thibault,St-Pierre,Nadeau,Martel,Landry,Désormeaux,L'Heureux,D'Amours,
de Montigny,du Pont,Saint-Laurent,Lemieux-Roy,Durand,Dupuy,Aubry,Noel,Charles,Bertrand,Robert,Bonnet,
Pierre,Maillard,Picard,Chevalier,Aubert,Thomas,Moulin,Lemaire,Carre,Fabre,Dumont,Giraud,Morel,Royer,
Rousseau,Guerin,Sanchez,Paris,Brunet,Guyot,Garnier,Henry,Fleury,Dupont,Martinez,Roger,Leroux,Vasseur,
Blanc,Faure,Jacquet,Berger,Joly,Muller,Marchal,Denis,Leclercq,Fernandez,Masson,Riviere,Louis,Lambert,
Meyer,Baron,Dupuis,Dumas,Gonzalez,Perrot,Bourgeois,Cousin,Remy,Perez,Breton,Laine,Schmitt,Rodriguez,
Francois,Perrin,Vidal,Dubois,Schneider,Lemoine,Barre,Boyer,David,Prevost,Robin,Petit,Laurent,Lecomte,
Philippe,Arnaud,Gaillard,Roussel,Dufour,Rey,Guillaume,Blanchard,Leroy,Michel,Lopez,Menard,Roux,Marie,
Carpentier,Hubert,Bernard,Lefevre,Collet,Lucas,Brun,Olivier,Julien,Fontaine,Garcia,Martin,Marty,Jean,
Gautier,Le roux,Clement,Andre,Guillot,Renault,Paul,Vincent,Rolland,Mercier,Colin,Adam
`);
