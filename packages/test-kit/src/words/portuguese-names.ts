// Names of portuguese origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const PORTUGUESE_FEMALE: readonly string[] = commaSeparated(`
Lorraine,Luiza,Ana Laura,Célia,Maria Cecília,Beatriz,Isabella,Felícia,Yasmin,Morgana,Isabelly,Lívia,Isis,
Carla,Alice,Mércia,Ana Júlia,Paula,Aline,Lorena,Emanuelly,Sílvia,Márcia,Sara,Natália,Fabrícia,Helena,
Karla,Manuela,Talita,Clara,Cecília,Dalila,Maria Clara,Rebeca,Eduarda,Maria Helena,Janaína,Isadora,Isabel,
Meire,Antonella,Maria Luiza,Rafaela,Laura,Marina,Margarida,Suélen,Maria Eduarda,Maria Alice,Mariana,
Esther,Maria Júlia,Eloá,Maria,Isabela,Ofélia,Marli,Liz,Vitória,Elisa,Núbia,Roberta,Melissa,Giovanna,
Larissa,Lavínia,Júlia,Sophia,Lara,Bruna,Heloísa,Marcela,Ana Luiza,Alessandra,Sarah,Alícia,Joana,
Valentina,Ana Clara,Maitê,Olívia,Frederica,Núria,Carmo,Camila,Safira,Tatiana,Miriam,Sofia
`);

/** Male first names. */
export const PORTUGUESE_MALE: readonly string[] = commaSeparated(`
Noah,Pedro Henrique,Danilo,Daniel,Enzo,Raul,Bryan,Sirineu,Félix,Frederico,Caio,César,Gustavo,Arthur,
Nataniel,João,Salvador,Anthony,Paulo,Henrique,Davi,Víctor,Vitor,Ladislau,Théo,Fabrício,Benício,Gúbio,
Miguel,Fábio,Alexandre,Isaac,Deneval,Yuri,Feliciano,Silas,Carlos,Eduardo,Ricardo,Norberto,Pablo,Samuel,
Pedro,Leonardo,Kléber,Pietro,Matheus,Hélio,Washington,Davi Lucca,Heitor,João Lucas,Lucca,Joaquim,Calebe,
Gael,Emanuel,Lorenzo,Guilherme,Cauã,João Miguel,Lucas,Ígor,Tertuliano,Felipe,Breno,Roberto,Elísio,Yango,
Warley,Júlio,Vicente,Rafael,Murilo,Alessandro,Yago,Antônio,Bernardo,João Pedro,Fabiano
`);

/** Surnames. */
export const PORTUGUESE_SURNAMES: readonly string[] = commaSeparated(`
Silva,Santos,Oliveira,Souza,Rodrigues,Ferreira,Alves,Pereira,Lima,Gomes,Ribeiro,Carvalho,da Silva,
dos Santos,de Oliveira,da Costa,do Nascimento,Conceição,Gonçalves,Araújo,Magalhães,Brandão,Falcão,Simões,
Guimarães,Assunção,Teixeira,Soares,Macedo,Coelho,Matias,Melo,Castro,Pires,Barros,Loureiro,Cunha,Oliva,
Martins,Valente,Guerreiro,Cruz,Pimentel,Furtado,Albuquerque,Lacerda,Nogueira,Jesus,Figueiredo,Batista,
Queiroz,Torres,Almeida,Raposo,Amorim,Correia,Nobre,Matos,Moura,Borges,Fernandes,Andrade,Azevedo,Braga,
Ramos,Maia,Freitas,Paiva,Gaspar,Barbosa,Moreira,Abreu,Reis,Monteiro,Mota,Lourenço,Camacho,Fraga,Vieira,
Meireles,Serra,Moraes,Saraiva,Lopes,Fidélis,Veiga,Morais,Branco,Sousa,Marques,Amado,Esteves,Leal,Neves,
Cardoso,Leite,Sá,Garcia,Mariz,Brito,Henriques,Nunes,Pinheiro,Medeiros,Pacheco,Costa,Nascimento,Xavier,
Vicente,Baptista
`);
