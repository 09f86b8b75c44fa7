// Names of italian origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const ITALIAN_FEMALE: readonly string[] = commaSeparated(`
Giulia,Chiara,Giovanna,Antonella,Ornella,Lucrezia,Ilaria,Niccolina,Viola,Erminia,Martina,Addolorata,
Ausiliatrice,Ione,Elda,Casimira,Andromeda,Benedetta,Carmen,Basilia,Godeberta,Olivia,Leonia,Melania,Iona,
Antigone,Romola,Ambra,Giuliana,Silvana,Ortensia,Sabrina,Livia,Zarina,Patrizia,Adelina,Paola,Enrica,
Caterina,Artemisa,Astrid,Gisella,Loretta,Immacolata,Serena,Adalberta,Veridiana,Wanda,Milena,Alfonsa,
Cecilia,Argelia,Luisa,Donna,Griselda,Michela,Clemenzia,Graziella,Zabina,Fiammetta,Miriam,Tea,Floriana,
Giacinta,Romilda,Saba,Lidia,Emanuela,Euridice,Cristiana,Isabella,Demetria,Camilla,Donata,Lucilla,Morgana,
Estella,Raffaella,Polissena,Isotta,Telica,Ildegonda,Sofia,Ildegarda,Rosalia,Eliana,Flavia,Amalia,
Beniamina,Liana,Natalia,Mia,Riccarda,Moira,Godiva,Carina,Ermelinda,Cleopatra,Mimma,Selvaggia,Elimena,
Adina,Noemi,Annunziata,Rosamunda,Letizia,Adria,Selene,Felicita,Cornelia
`);

/** Male first names. */
export const ITALIAN_MALE: readonly string[] = commaSeparated(`
Giuseppe,Salvatore,Vincenzo,Niccolò,Gianluca,Domenico,Osvaldo,Everardo,Valentino,Ermilo,Lauriano,Erberto,
Monitore,Sinfronio,Romolo,Sisto,Azeglio,Proteo,Antonio,Attila,Luigi,Vittore,Ortensio,Arminio,Gabino,
Martino,Gianpiero,Orenzio,Amerigo,Gino,Iorio,Domezio,Enecone,Melanio,Bonaventura,Gosto,Raide,Mancio,
Livio,Aiace,Ezio,Sante,Amico,Vittoriano,Araldo,Calcedonio,Birino,Aniello,Cesare,Silvano,Danilo,Gautiero,
Cantidio,Sostene,Fedro,Gavino,Floriano,Guiscardo,Giacinto,Zanobi,Agapito,Teogene,Enzo,Giustiniano,
Cecilio,Calanico,Paolo,Santo,Nestore,Virone,Adeodato,Ottavio,Crescente,Casimiro,Patrizio,Camillo,
Fiorenziano,Furseo,Adelgardo,Omero,Turi,Erminio,Alfonso,Geminiano,Melezio,Lidio,Noè,Durante,Adalardo,
Elmo
`);

/** Surnames. */
export const ITALIAN_SURNAMES: readonly string[] = commaSeparated(`
Russo,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,Conti,De Luca,Costa,
Giordano,Mancini,Rizzo,Lombardi,Moretti,Barbieri,Fontana,Santoro,Mariani,Rinaldi,Caruso,Ferrara,D'Angelo,
D'Amico,Di Stefano,Di Marco,De Santis,Del Vecchio,Della Rocca,Lo Presti,La Rosa,Dell'Aquila,Dall'Oglio,
Nicolò,Cruciani,Lombardo,Viola,Valentino,Corona,Grosso,Lotti,Farella,Meli,Tallone,Giuliani,Riparbelli,
Gravina,Martina,Lelli,Liguori,Bartolucci,Pappalardo,Di Fiore,Di Giuseppe,Sabbatini,Di Maggio,Tedesco,
Raniolo,Torresi,Brizzi,Briano,Liotta,Martino,Cara,Mazzoleno,Musumeci,Belvisi,Rocca,Iorio,Cozzolino,
Pianese,Romanelli,La Monica,Rizza,Todaro,Fiorelli,Giuffrida,Paone,Coretti,Paoli,Demurtas,Ballarin,Atzeni,
Mazzoni,Ferrero,Marongiu,Monterosso,Lo Bianco,Amico,De Filippo,Moretto,Sabatini,Grossi,Candela,Bongiorno,
Malagoli,Cerrato,Bertolussi,Puca,Pompili,Crespi,Faraci,Platania,Lenzi,Iannello,Mancuso,Violi,Sabatino,
Rago,Iandolo,Zappacosta,Martini,Marchi,Taormina,Chilà,Santi,Allegretti,Noto,Santarelli,Medeot,Antonini,
Cecere,Fiorini,Vecchi,Izzi,Ferreri,Molinari,Oliva,Santo,Contini,Amici,Mazzanti,Corti,Deriu,Rizzi,Carbon,
Ravaioli,Morini,Contu,Foglia,Paola,Cerrani,Lucarini,Molinaro,Pardini,Granato,Colantuono,Fantini,
Castiglioni,Ponti,Vittori,Sacchet,Luise,Bertelli,Fiorillo,Mirabella,Sartori,Milazzo,Bennardo,Beltrami,
Marangoni,Morabito,Franceschi,Floris,Nota,Durante,Serena,Marcon,De Carolis,Schifano,Oliveri,Angeletti,
Valente,Strano,Caiazza,Nazzaro,Gurrieri,Di Santo,Izzo,Riggi,Bergamini,Scherini,Carletti,Lonardi,Barbero,
Pecorella,Paganelli,Acquaviva,Giacomelli,Favero,Marangi,Piccoli,Perrotta,Guerra,Olivi,Camilli,Lamberti,
De Stefano,Malerba,Cascone,Fiorentino,Pece,Donati,Ingrassia,Luchini,Montesano,De Napoli,Huber,Maurizi,
Valenti,Pasqua,Coniglio,Salvati,Piccolo,Carriero,Fiorentini
`);
