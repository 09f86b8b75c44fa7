// Names of slavic origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const SLAVIC_FEMALE: readonly string[] = commaSeparated(`
Olga,Svetlana,Tatiana,Natalia,Natalya,Irina,Elena,Yelena,Yulia,Ekaterina,Anastasia,Oksana,Ludmila,
Lyudmila,Galina,Larisa,Marina,Inna,Alla,Zoya,Vera,Nadezhda,Ksenia,Polina,Daria,Alina,Katarzyna,
Małgorzata,Agnieszka,Bożena,Grażyna,Ewa,Zofia,Žaneta,Jiřina,Ljubica,Snežana,Đurđica,Jadwiga,Antonina,
Melania,Luiza,Wanda,Kornelia,Wiktoria,Konstancja,Lidia,Laurentyna,Eudoksja,Julia,Sybilla,Edyta,Noemi,
Adelajda,Maja,Rebeka,Patrycja,Paulina,Estera,Marianna,Roksana,Paula,Emilia,Kamila,Maryna,Magdalena,Sara,
Kira,Sabina,Tamara,Elwira,Gloria,Helena,Agata,Krystyna,Irena,Joanna,Ferdynanda,Tekla,Cecylia,Filipa,
Koralia,Amanda,Anna,Eugenia,Judyta,Ewelina,Wilhelmina,Sylwia,Klaudia,Stefania,Regina,Izolda,Amabela,
Ariadna,Aida,Izabela,Ofelia,Barbara,Walentyna,Gracja,Brygida,Chloe,Liliana,Oliwia,Lilia,Lilla,Wiara,
Monika,Anastazja,Laura,Weronika,Teresa,Franciszka,Julita,Lucja,Waleria,Laurencja,Liza,Angelina,Aurora,
Nina,Larysa,Zuzanna,Klara,Justyna,Rufina,Ada,Dina,Lea,Bibiana,Ilona,Klementyna,Michalina,Ksawera,
Bibianna,Maria,Alicja,Malwina,Agrypina,Róża,Kleopatra,Leila,Penelopa,Ginewra,Teodora,Ruta,Marta,Ludwika,
Eudokia
`);

/** Male first names. */
export const SLAVIC_MALE: readonly string[] = commaSeparated(`
Dmitry,Dmitri,Sergey,Sergei,Alexei,Aleksandr,Vladimir,Igor,Oleg,Yuri,Boris,Mikhail,Nikolai,Pavel,Ivan,
Evgeny,Yevgeny,Vitaly,Andriy,Oleksandr,Volodymyr,Piotr,Tomasz,Krzysztof,Łukasz,Michał,Olaf,Walery,Jakub,
Leonid,Anatol,Zachary,Horacy,Daniel,Sebastian,Sergiusz,Seweryn,Bertrand,Robert,Laurenty,Gerald,Gerazym,
Henryk,Aleksy,Donald,Jeremiasz,Roland,Terencjusz,Florian,Dionizy,Apollinary,Dominik,Eleazar,Alwar,Rafał,
Jonatan,Samson,Kwintyn,Rajmund,Ambroży,Hieronim,Tobiasz,Wincenty,Eugeniusz,Szymon,Herman,Walentyn,
Ansgary,Jeremi,Hilary,Pankracy,Rajnold,Onufry,Salwator,Wawrzyniec,Nikodem,Ignacy,Eliasz,Demetriusz,Roger,
Karol,Harald,Grzegorz,Konstantyn,Fryderyk,Baldwin,Justyn,Bertram,Korneli,Zygmunt,Korneliusz,Jan,Gilbert,
Salomon,Roderyk,Efraim,Izaak,Jozue,Janusz,Hilarion,Oliwier,Izajasz,Gonsalwy,Władysław,Polikarp,Stefan,
Sylwester,Aaron,Paweł,Tymoteusz
`);

/** Surnames. */
export const SLAVIC_SURNAMES: readonly string[] = commaSeparated(`
Ivanova,Petrova,Kuznetsova,Smirnova,Popova,Sokolova,Lebedeva,Kozlova,Novikova,Morozova,Volkova,Pavlova,
Romanova,Orlova,Nikitina,Zakharova,Shevchenko,Kovalenko,Bondarenko,Tkachenko,Kravchenko,Oliynyk,Petrenko,
Kovalchuk,Melnyk,Rudenko,Goldstein,Rabinovich,Nowak,Kowalski,Kowalska,Wiśniewski,Wiśniewska,Dąbrowski,
Lewandowska,Wójcik,Kamińska,Zielińska,Szymańska,Woźniak,Kozłowska,Jankowska,Dvořák,Novák,Svoboda,Černý,
Horvat,Kovačević,Jovanović,Petrović,Nikolić,Marković,Đorđević,Stojanović,Babić,Marić,Jurić,Novaković,
Makowski,Kobus,Bąkowski,Rojek,Milczarek,Markowski,Miller,Mazurkiewicz,Pawlikowski,Różański,Sosnowski,
Majewski,Różycki,Chrzanowski,Szczepański,Lasota,Łuczak,Jagielski,Zakrzewski,Noga,Przybysz,Ziętek,Pałka,
Dąbkowski,Wojtczak,Zych,Buczek,Walczak,Konieczna,Żyła,Pająk,Dudziak,Szyszka,Szwarc,Dudziński,
Kołodziejski,Suski,Radecki,Kędzierski,Dobosz,Kuczyński,Michalczyk,Olszewski,Słowiński,Bujak,Broda,Cygan,
Orzechowski,Kosowski,Krajewski,Kostrzewa,Zieliński,Gołębiewski,Bednarz,Tracz,Chmiel,Pawelec,Kostecki,
Konieczny,Radomski,Głąb,Koper,Gawlik,Przybyła,Wójtowicz,Bartkowiak,Korzeniowski,Król,Mierzejewski,Czajka,
Drabik,Tarnowski,Kalinowski,Pawłowski,Kruk,Niewiadomski,Pawlicki,Rakowski,Góra,Konopka,Madej,Kurowski,
Kmiecik,Kołodziej,Duda,Witczak,Dębowski,Zięba,Masłowski,Łapiński,Szewczyk,Malinowski,Skoczylas,
Wasilewski,Krupiński,Leśniewski,Kaczmarczyk,Janiszewski,Karaś,Żurek,Jagiełło,Trzeciak,Witek,Wroński,
Czerwiński,Urbańczyk,Florczak,Mucha,Jarząbek,Bednarczyk,Dec,Kula,Jakubiak,Frąckowiak,Skowron,Sobieraj,
Piasecki,Biedrzyński,Krzemiński,Herman,Szymczak,Szymczyk,Kowal,Kania,Dróżdż,Górka,Pawlik,Stolarczyk,
Sieradzki,Brzeziński,Bieniek,Sitek,Kępa,Andrzejewski,Więckowski,Matysiak,Gąsior,Koza,Mikołajczak,Majka,
Mikołajczyk,Kuliński,Ciesielski,Budzyński,Grabowski,Kopczyński,Pilarski,Flak,Szydłowski,Duszyński,
Niedźwiecki,Czech,Rudnicki,Ratajczak,Łukaszewski,Biernat,Zarzycki,Furman,Laskowski,Staniszewski,
Wieczorek,Zaręba,Trzciński,Winiarski,Rusin,Juszczak,Matuszewski,Stec,Zawada,Żurawski,Flis,Młynarczyk,
Jankowiak,Dominiak,Jakubowski,Prus,Żak,Polak,Niemiec,Jurkowski,Markiewicz,Skrzypek,Kędziora,Górny,Gołąb,
Grzegorczyk,Januszewski,Kwieciński,Kozioł,Turek,Piłat,Majchrzak,Budziński,Adamiak,Fijałkowski,Matuszak,
Jagodziński,Mazur,Pytel,Skóra,Strzelecki,Szczepaniak
`);
