// Names of hispanic origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const HISPANIC_FEMALE: readonly string[] = commaSeparated(`
Carmen,Olivia,Monserrat,Paola,Camila,Cecilia,Luisa,Elizabeth,Josefina,Micaela,Jennifer,Beatriz,Ramona,
Julia,Sofia,Rosalia,Xochitl,Amalia,Natalia,Catalina,Raquel,Andrea,Evelyn,Elsa,Paulina,Carla,Anita,
Alejandra,Estela,Emilia,Conchita,Carolina,Lorena,Adela,Magdalena,Nicole,Sara,Naomi,Juana,Lola,Gloria,
Manuela,Yamileth,Clara,Adriana,Irene,Esperanza,Alexa,Soledad,Patricia,Silvia,Regina,Caridad,Mercedes,
Rebeca,Estefanía,Rosario,Blanca,Ariadna,Claudia,Eloisa,Barbara,Margarita,Elvira,Daniela,Virginia,Liliana,
Reina,Isabel,Lilia,Marisol,Norma,Ana,Sonia,Jazmin,Abril,Ester,Leticia,Marilu,Dorotea,Alicia,Verónica,
Laura,Victoria,Kimberly,Susana,Ximena,Teresa,Maricarmen,Elena,Yaretzi,Mariana,Rosa,Lourdes,Emily,
Concepción,Inés,Cristina,Abigail,Luz,Isabela,Jimena,Yolanda,Ángela,Lucia,Marta,Pilar,Elisa,Fatima,
Florencia,Eva,Ivanna,Guadalupe,María,Lizbeth,Melissa,Débora,Mayte,Diana,Julieta,Graciela,Gabriela,
Vanessa,Miranda,Marcela,Renata,Leonor,Guillermina,Esmeralda,Berta,Mónica,Dolores,Francisca,Zoe,Melany,
Valentina,Araceli,Antonia,Rocio,Carlota,Valeria,Dulce María,María del Carmen,María José,Ana Luisa,
Rosa María,María de los Ángeles,María Eugenia,María Teresa,Ximena Guadalupe,Ana Sofía,María Soledad,
María Elena,Ana María,María Cristina,María de Jesús,María Fernanda,María Guadalupe,Alondra Romina,
María Luisa,Ana Victoria,Matilde,Anni,Maica,Lucía,Roser,Rocío,Marilú,Sofía,Itzel,Yesenia,Mayra,Yadira,
Luz María,Noemí,Belén,Azucena,Dulce
`);

/** Male first names. */
export const HISPANIC_MALE: readonly string[] = commaSeparated(`
Antonio,Jorge,Luis Miguel,Daniel,Sebastian,Óscar,Jesús,Alfonso,Germán,Juan,Julio,Ignacio,Diego,Ramiro,
César,Benjamín,Ivan,Horacio,Gustavo,Andrés,Timoteo,Rubén,Alejandro,Cristobal,Tadeo,Raúl,Enrique,Benito,
José Antonio,Jacobo,Salvador,Brayan,Mateo,Aarón,Luis Gabino,Víctor,Juan Carlos,Julio César,Emilio,
Guillermo,Alberto,Saúl,Alexander,Jaime,Patricio,Gregorio,Juan Manuel,Miguel,Victor Manuel,Erick,Santiago,
Isaac,Ramón,Luis Ángel,Jerónimo,Mauricio,Carlos,Clemente,Arturo,Eduardo,Ricardo,Claudio,Fernando Javier,
Luis,Alan,Pablo,José Luis,Samuel,Ángel Gabriel,Joaquín,Pedro,Hernán,Alfredo,Emmanuel,Leonardo,Homero,
Luis Fernando,Israel,Ernesto,Alexis,José María,Juan Pablo,David,José Emilio,Federico,Esteban,Gael,
Francisco Javier,Elías,Mariano,Mario,Lorenzo,Gerardo,Fernando,Octavio,Jose Daniel,Lucas,Isaias,Gonzalo,
Marco Antonio,Sancho,Javier,José Miguel,Martín,Cristian,Felipe,Teodoro,Armando,Miguel Ángel,Damián,
Sergio,Iker,José Eduardo,Roberto,Tomás,Emiliano,Ángel Daniel,Vicente,Uriel,José,Rafael,Matías,Adán,Kevin,
Rodrigo,Brandon,Bernardo,Abraham,Hugo,Nicolás,Maximiliano,Francisco,Axel,Gabriel,Gilberto,Manuel,
Jorge Luis,Marcos,Agustín,Jordi,Iván,Carles,Juan Ramón,Josep,Hermenegildo,Cristóbal,Pío,Sergi,Cristián,
Ángel
`);

/** Surnames. */
export const HISPANIC_SURNAMES: readonly string[] = commaSeparated(`
García,Rodríguez,Martínez,Hernández,López,González,Pérez,Sánchez,Ramírez,Torres,Flores,Rivera,Gómez,Díaz,
Reyes,Morales,Cruz,Ortiz,Gutiérrez,Chávez,Ramos,Ruiz,Mendoza,Álvarez,Jiménez,Castillo,Vásquez,Romero,
Moreno,Núñez,Muñoz,Peña,Zúñiga,Ibáñez,Castañeda,Cárdenas,Guzmán,Galván,Cantú,Ávila,Solís,Cortés,Marín,
de la Cruz,de la Rosa,de León,del Toro,de los Santos,Ponce de León,Corona,Longoria,Palomo,Salgado,
Montaño,Badillo,Benítez,Contreras,Botello,Xicoy,Valentín,Arriaga,Hurtado,Padilla,Aranda,Crespo,Robles,
Castro,Acosta,Valenzuela,Saucedo,Preciado,Chapa,Madera,Estrada,Alcántar,Valdivia,Medina,Mejía,Montez,
Frías,Carrera,Carrillo,Alcala,Mesa,Cano,Kortajarena,Palomino,Arteaga,Delgadillo,Llamas,Sauceda,Ornelas,
Rojas,Guerra,Ruelas,Olvera,Rendón,Pichardo,Montes,Corrales,Olivera,Jáquez,Carrero,Atencio,Quintero,
Saavedra,Olivo,Castellanos,Sanches,Naranjo,Alcaraz,Apodaca,Negrete,Cuellar,Huixtlacatl,Carrion,Rubio,
Ochoa,Ulibarri,Alejandro,Pantoja,Aguayo,Ocampo,Luevano,Hinojosa,Ayala,Malave,Dávila,Caraballo,Angulo,
Estévez,Alonzo,Esquibel,Alonso,Armendáriz,Salas,Delarosa,Godoy,Santacruz,Razo,Cordero,Valadez,Rolón,
Anguiano,Espino,Aragón,Nava,Rael,Domínquez,Mojica,Rincón,Monroy,Paredes,Delagarza,Tirado,Parra,Araña,
Osorio,Batista,Maya,Noriega,Cepeda,Acuña,Rodrígez,Saiz,Manzanares,Arenas,Kardache soto,Gurule,Montoya,
Xairo Belmonte,Karam,Mateo,Cavazos,Koenig,Calvillo,Karan,Sáenz,Fierro,Raya,Delao,Báez,Patiño,Carreón,
Meléndez,Santana,Cotto,Muro,Serrano,Xenia,Miramontes,Serrato,Cadena,Rosales,Linares,Soliz,
Quintero de la cruz,Zamudio,Arce,Tamayo,Barraza,Caballero,Bernal,Cervantes,Heredia,Carrasco,Macías,
Segura,Matos,Kanea,Delrío,Mascareñas,Chacón,Jurado,Verduzco,Alva,Ojeda,Alemán,Kranz sans,Duran,Korta,
Mondragón,Khalid,Bermúdez,Cazares,Zamarripa,Sandoval,Cedillo,Menéndez,Navarrete,Jaime,Alba,Tello,
Saldivar,Deleón,Montero,Garica,Kuzmina,Fuentes,Correa,Grijalva,Orozco,Aguilera,Delapaz,Mora,Moya,Lemus,
Olivares,Caldera,Venegas,Galarza,Karem,Vera,Gaona,Ríos,Karen,Tijerina,Yunta,Quevedo,Suárez,Duarte,Xacon,
Gonzales,Lomeli,Santiago,Blanco,Lugo,Loya,Ledesma,Ybarra,Mata,Rosario,Ramón,Vergara,Cabán,Pulido,Abreu,
Ocasio,Mercado,Montañez,Colunga,Nevárez,Feliciano,Guardado,Jaramillo,Riojas,Solano,Olivárez,Zaragoza,
Armenta,Peres,Balderas,Córdova,Krasnova,Baeza,Esparza,Montemayor,Velázquez,Sevilla,Arevalo,Tórrez,
Granados,Altamirano,Sotelo,Adame,Quinta,Bahena,Orta,Delatorre,Prado,Velásquez,Quintairos,Coronado,Mota,
Farías,Páez,Haro,Pabón,Meraz,Pagan,Franco,Merino,Vanegas,Gálvez,Berríos,Kanaria,Yáñez,Sosa,Corral,
Benavides,Banda,Bravo,Maldonado,Barrientos,Leyva,Rivero,Perea,Acevedo,Segovia,Tejeda,Dueñas,Canales,
Camacho,Quiñones,Partida,Abrego,Jimínez,Villarreal,Verdugo,Carvajal,Olmos,Arellano,Pineda,Prieto,Bonilla,
Gamez,Orosco,Almaraz,Gracia,Aguirre,Reséndez,Villaseñor,Xana,Abeyta,Yebra,Vega,Vela,Salazar,Pedraza,
Otero,Serna,Iglesias,Alaniz,Delafuente,Luna,Armas,Collado,Téllez,Alicea,Irizarry,Vázquez,Henríquez,Ñañez,
Cabrera,Sarabia,Melgar,Roque,Tafoya,Soto,Toledo,Cortez,Piña,Salcido,Delacrúz,Alanis,Navarro,Lozada,
Domínguez,Elizondo,Salcedo,Rico,Valles,Kano,Tovar,Cornejo,Bustos,Guajardo,Hernandes,Gallegos,Bañuelos,
Valverde,Kanimal,Gamboa,Camarillo,Arredondo,Echevarría,Ávalos,Vallejo,Aponte,Rojo,Regalado,Quiroz,
Mireles,Garrido,Urías,Orellana,Zepeda,Posada,Nieves,Alfaro,Delvalle,Concepción,Niño,Cervántez,Villalobos,
Tapia,Lira,Murillo,Zavala,Quiros,Fernández,Arguello,Quintanilla,Vaca,Guevara,Gallardo,Ballesteros,Vigil,
Zamarreno,Lucero,Rascón,Muñiz,Quintana,Treviño,Loera,Cisneros,Solorzano,Quesada,Sanabria,Villalpando,
Samaniego,Escamilla,Collazo,Laboy,Curiel,Huerta,Molina,Terán,Esquivel,Cintrón,Amaya,Polanco,Chavarría,
Madrid,Rosas,Negrón,Arroyo,Varela,Leal,Ozuna,Méndez,Escobedo,Briones,Kindelan,Yanes,Casárez,León,Lozano,
Espinal,Becerra,Pelayo,Villegas,Kara,Trejo,Flórez,Toro,Lucio,Alvarado,Agosto,Ferrer,Medrano,Lebrón,
Zarate,Ordóñez,Casanova,Menchaca,Carbajal,Sedillo,Salinas,Romo,Zapata,Calderón,Cardenas,Nieto,
Kadar rodriguez,Juárez,Jaimes,Lerma,Escobar,Brito
`);
