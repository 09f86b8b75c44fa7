// Names of northern origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const NORTHERN_FEMALE: readonly string[] = commaSeparated(`
Ingrid,Astrid,Sigrid,Freja,Åsa,Märta,Linnéa,Annika,Elke,Heike,Anneliese,Käthe,Jördis,Saoirse,Siobhán,
Niamh,Aoife,Róisín,Caoimhe,Gráinne,Sinéad,Orla,Ciara,Eilidh,Mairead,Catriona,Bronwyn,Carys,Cerys,
Rhiannon,Angharad,Amira,Viola,Judy,Leonie,Maxima,Riana,Cara,Kimberley,Carmen,Olivia,Leann,Gina,Henrike,
Julienne,Naemi,Giuliana,Alisa,Sabrina,Evelin,Melanie,Michelle,Livia,Patrizia,Adelina,Annelie,Collien,Ina,
Medina,Leana,Luise,Enie,Milena,Cecilia,Medine,Josefine,Luisa,Heidi,Frieda,Jule,Esma,Miriam,Helen,
Isabelle,Franziska,Lenya,Lisanne,Imke,Friederike,Jennifer,Estelle,Julie,Smilla,Elly,Isabella,Sofie,Sally,
Yasmin,Charleen,Josephine,Thalea,Katja,Julia,Meryem,Jessy,Joleen,Katharina,Lenja,Sofia,Dilara,Eliana,
Amalia,Ylvi,Liana,Natalia,Mia,Elanur,Anja,Aleyna,Rosalie,Carina,Berit,Pernilla,Lisbeth,Ann-Christin,
Camilla,Maja,Gunnel,Marianne,Jenny,Siv,Elsa,Alice,Anita,Caroline,Agneta,Emilia,Elin,Yvonne,Ella,Viktoria,
Matilda,Susanne,Sara,Helena,Margareta,Alva,Moa,Gunilla,Amanda,Inger,Nola,Sammie,Fiene,Davina,Lenne,Nova,
Lexie,Madelief,Myla,Jalou,Gigi,Ize,Fabiënne,Novi,Tirza,Puck,Daphne,Lizzy,Noë,Cato,Isra,Hayley,Farah,Juul,
Jaelynn,Donna,Myra,Amber,Fien,Ayana,Fay,Elizabeth,Demi,Josefien,Jula,Diede,Dieke,Izzy,Eleanor,Renske
`);

/** Male first names. */
export const NORTHERN_MALE: readonly string[] = commaSeparated(`
Lars,Sven,Björn,Søren,Jørgen,Åke,Nils,Olaf,Jürgen,Günther,Dieter,Heinz,Klaus,Seán,Ciarán,Oisín,Pádraig,
Eoin,Alasdair,Iain,Hamish,Rhodri,Gwilym,Ian,Valentino,Mert,Antonio,Gino,Jeremias,Victor,Bent,Noah,Enes,
Danilo,Yusuf,Daniel,Thilo,Joris,Noel,Sebastian,Theodor,Robert,Raul,Bilal,Pierre,Frederick,Raik,Dominic,
Joscha,Bryan,Titus,Laurence,Juan,Thomas,Carl,Oke,Janosch,Diego,Melvin,Yannick,Timothy,Abdul,Florian,Juri,
Thies,Riccardo,Dominik,Jimmy,Dean,Ivan,Henrick,Andrew,Tiago,Enrico,Simeon,Jeremy,Peer,Tayler,Ruben,Lenny,
Teo,Ole,Giel,Jakub,Koen,Tuur,Thije,Ivar,Tijmen,Seff,Kasper,Daniël,Zeyd,Thijn,Noam,Jimi,Juda,Jaxon,Enzo,
Dexx,Noan,Zev,Idris,Noël,Tymon,Gijs,Raff,Floris,Owen,Fos,Julan,Hidde,Berend,Aron
`);

/** Surnames. */
export const NORTHERN_SURNAMES: readonly string[] = commaSeparated(`
Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,
Klein,Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,Schmitt,Werner,Krause,
Köhler,König,Jäger,Vogel,Günther,Groß,Weiß,Hansson,Johansson,Andersson,Karlsson,Nilsson,Eriksson,Larsson,
Olsson,Persson,Svensson,Gustafsson,Lindström,Bergström,Sjöberg,Åkesson,Öberg,Jørgensen,Sørensen,Kjær,
Nørgaard,Østergaard,Hansen,Olsen,Larsen,Andersen,Nielsen,van der Berg,van den Heuvel,van de Ven,van Dijk,
de Jong,de Vries,de Boer,ter Horst,van 't Hof,von Bergen,zu Rhein,O'Sullivan,O'Brien,O'Connor,O'Neill,
O'Reilly,O'Doherty,Ó Súilleabháin,Ní Dhomhnaill,McCarthy,McLaughlin,McGrath,McKenna,MacDonald,MacLeod,
MacKenzie,Llewellyn,Ap Rhys,Prys-Jones,Gastel,Reinke,Wickert,Holdt,Rossberg,Konig,Terheiden,Goedicke,
Schweisfurth,Boxhammer,Tsamonikian,Urbansky,Schwatlo,Kesselschläger,Lischka,Pflügner,Deerberg,Best,
Markowski,Gerson,Everts,Jakubczyk,Gelling,Tudow,Montag,Schonberg,Jander,Lindner,Schmid,Lobinger,Rodehau,
Oppong,Hellmann,Wichmann,Hetzler,Auer,Möhsner,Reinelt,Keiner,Rodowski,Wolfarth,Mehl,Seidel,Münch,Krueger,
Schäffel,Janke,Neurohr,Stahl,Kolb,Mrugalla,Zinser,Saile,Beck,Kahlert,Waldmann,Frey,Poeschl,Matula,Kupfer,
Anggreny,Fehrig,Reumann,Höft,Beer,Klose,Leibold,Steinkamp,Käther,Bauermeister,Prange,Weidlich,Hadfield,
Rehwagen,Dohring,Bäcker,Kühnemund,Senkel,Wühn,Kette,Winter,Kutscherauer,Gerhardt,Metzner,Ewald,Danneberg,
Bienias,Rach,Emmelmann,Zender,Morhelfer,Kohnle,Soboll,Kobs,Frisch,Kuschmann,Marahrens,Götz,Krug,Galander,
Thomas,Kuhnen,Kresse,Sihler,Schäffer,Bader,Berning,Dingelstedt,Bohge,Ritter,Flottmann,Gatzka,Koderisch,
Franzis,Rapp,Reimann,Riediger,Deuschle,Schönenberger,Moedl,Hense,Porsche,Konieczny,Tasche,Leipold,Jansen,
Bunjes,Balnuweit,Maurer,Walz,Tuch,Floder,Roggatz,Filsinger,Schüler,Bremser,Koob,Erdmann,Köseoglu,Kolokas,
Huber,Voelkel,Hessler,Nastvogel,Krol,Dyett,Oberem,Zschunke,Donie,Peselman,Cleem,Pietsch,Northoff,Deja,
Kraft,Kron,Wessel,Gross,Krieger,Dreier,Hartwig,Prediger,Ghosh,Kleiber,Kral,Sollner,Kalinowski,Forkel,
Schilling,Salow,Zaczkiewicz,Niedermeier,Onnen,Moede,Zuber,Siemon,Wischek,Östringer,Rother,Ranz,Hartman,
Sanders,Kuypers,Bijl,Zijlstra,Vermeulen,Bakker,Veenstra,Wagenaar,Meeuwis,Freriks,Boer,Poels,Bosch,
Molenaar,Gerritsen,Cornelissen,Jacobs,Moors,Vink,Verhoeven,Mol,Lubbers,Hofman,Maas,Visser,Timmermans,
Dijkstra,Corsten,Hermans,Smeets,Zuiderveld,Driessen,Huisman,Kuijpers,Willems,Oosterhuis,Brouwer,Peeters,
Scholten,Terlouw,Kramer,Ritsma,Postma,Wolters,Dekker,Hendriks,Willemsen,Verbeek,Prinsen,Martens,Blom,
Bosman,Groothuizen,Hazes,Evers,Rietman,Janssen,Aalbers,Bos,Vos,Kok,Koning,Nijland,Meijer,Mulder,Post,
Jonker,Groen,Schipper,Kuiper,Holmberg,Dahlberg,Berg,Hermansson,Gunnarsson,Lundberg,Sjögren,Norberg,Björk,
Mattsson,Wallin,Hellström,Lindgren,Pettersson,Holm,Lindqvist,Sandström,Henriksson,Berglund,Fredriksson,
Bengtsson,Ek,Lundgren,Håkansson,Isaksson,Forsberg,Nordin,Olofsson,Bergqvist,Ekström,Sandberg,Abrahamsson,
Dahl,Berggren,Jonsson,Jakobsson,Axelsson,Pålsson,Lindberg,Cruickshank,Brown,Miller,Douglas,Christiansen,
Wood,Erdman,Stokes,Collins,Daniel,Collier,Tillman,Koss,Smyth,Owen,Murray,Crooks,Hudson,Fay,Campbell,
Robinson,Johns,Kris,Fadel,Graham,Walker,Stark,Walsh,Hayes,Wright,Evans,Baumbach,Taylor,Beier,Olson,Young,
Bogan,Kohler,Cassin,Howe,Smitham,Bosco,Stewart,Kuhn,Mcdermott,Mann,Feil,Jacobi,Bailey,Bode,Bauch,
Heathcote,Emard,Bartell,Mueller,Mitchell,Macdonald,Kreiger,Schroeder,King,Clark,Spencer,Sauer,Lowe,Hand,
Muller,Hane,Grady,Dare,Bergstrom,Alexander,Johnson,Moore,Windler,Flatley,Doherty
`);
