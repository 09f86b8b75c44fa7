// Names of west african origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const WEST_AFRICAN_FEMALE: readonly string[] = commaSeparated(`
Chioma,Ngozi,Adaeze,Ifeoma,Folake,Funmilayo,Abena,Akosua,Efua,Amara,Sekinat,Cherechi,Chiamaka,Zainab,
Rasheedah,Chinyere,Aminat,Isioma,Ayebatari,Lola,Toluwani,Sumayyah,Ebiere,Akunna,Titilayo,Obioma,Jolayemi,
Onome,Chimamanda,Adaugo,Omolara,Fatima,Ifunanya,Omawunmi,Simisola,Efe,Augustina,Aminu,Chizoba,Titi,
Lorraine,Olivia,Mawuena,Michelle,Danielle,Georgia,Tracy,Amber,Helen,Elizabeth,Jennifer,Julie,Awesi,
Josephine,Julia,Millicent,Natalie,Jill,Wendy,Alice,Caroline,Gifty,Beatrice,Baaba,Paula,Nana Ama,Yvonne,
Nicola,Eunice,Naomi,Akorfa,Harriet,Debra,Mary,Natasha,Roselyn,Grace,Joanna,Irene,Shirley,Lydia,Amanda,
Adwoa,Maureen,Vida,Jasmine,Patricia,Veronica,Karen,Regina,Juliana,Akua,Salomey,Rita,Marian,Barbara,Akos,
Annette,Lucy,COmfort,Rosemary,Charlotte,Sandra,Katherine,Akofa,Ann,Margaret,Aba,Lisa,Victoria,Teresa,
Emma,Pamela,Ama,Dorothy,Stephanie,Mawusi,Samantha,Linda,Emily,Dora,Nimakoah,Rachael,Abigail,Afua,Katy,
Maria,Ruth,Eliabeth,Afia
`);

/** Male first names. */
export const WEST_AFRICAN_MALE: readonly string[] = commaSeparated(`
Chinedu,Emeka,Obinna,Olumide,Kwame,Kofi,Kwaku,Damilare,Yusuf,Akande,Temitope,Buchi,Abisoye,Adedayo,Esse,
Danjuma,Habiba,Gbemisola,Musa,Ikhidie,Akanni,Abisola,Ireti,Wale,Olufunmi,Ebiowei,Oluwunmi,Adeboye,
Johnson,Tobiloba,Sname,Mohammed,Makinwa,Kayode,Shade,Uzodimma,Gbeminiyi,Kemi,Chisom,Olaide,Jadesola,
Banji,Emmanuel,Yakubu,Chukwu,Azubuike,Bankole,Tari,Rotimi,Ayinde,Ifeanyichukwu,Funmilade,Titilope,
Shalewa,Muyiwa,Alade,Kubra,Remilekun,Tomiloba,Funmilayo,Nnamdi,Onoriode,Toke,Tope,Abimbola,Kubura,Lolade,
Ikenna,Adegoke,Damilola,Bukola,Ige,Gbadebo,Adeniyi,Ekundayo,Juwon,Oke,Abayomi,Olansile,Akanmu,Durodola,
Babatunji,Oba,Olumorotimi,Adekunle,Ikeoluwa,Gbowoade,Ajani,Oluwole,Adeyi
`);

/** Surnames. */
export const WEST_AFRICAN_SURNAMES: readonly string[] = commaSeparated(`
Oladeji,Tolulope,Akerele,Jimoh,Oluwakemi,Olumide,Sekinat,Adeoluwa,Adaobi,Afunku,Temitope,Hanifat,Ngozi,
Adegboye,Omobolanle,Ayisat,Sabdat,Elizabeth,Aderinsola,Omobolaji,Olasunkanmi,Afolabi,Motalo,Aminat,
Makuachukwu,Ismail,Yaqub,Busari,Tamunoemi,Chidinma,Sanusi,Ogunwande,Osuagwu,Ademola,Ogunbanwo,Babatunde,
Latifat,Akintade,Amaechi,Ajose-adeogun,Adeyemo,Isokun,Grace,Omowale,Chibuike,Tella,Justina,Olubunmi,
Obiageli,Clare,Ayobami,Kayode,Maryam,Olutola,Adebayo,Aligbe,Mobolaji,Odunayo,Isaac,Ayomide,Obianuju,
Adewura,Olubukola,Adesina,Abosede,Habeeb,Oluwashina,Nwachukwu,Katherine,Gbadamosi,Maryjane,Samuel,
Sulaimon,Atanda,Leonard,Nojeem,Elebiyo,Okonkwo,Emmanuel,Jamiu,Olasunkanmi-fasayo,Bello,Mayowa,Israel,
Miracle,Salami,Kimberly,Iyalla,Segunmaru,Adewale,Onyinyechukwu,Sylvester,Olawale,David,Peter,Oyebola,
Abodunrin,Muinat,Adewunmi,Olaoluwa,Ndukwu,Oluwatosin,Bamisebi,Oluwanisola,Egbochukwu,Esther,Oyelude,
Ladega,Olufeyikemi,Gbogboade,Omolara,Lawal,Onohinosen,Mutiat,Ehigiator,Uchechi,Wilcox,Ebubechukwu,Agnes,
Taiwo,Onose,Agboola,Ademayowa,Aderonke,Oladimeji,Chibike,Ekwueme,Joshua,Oyinkansola,Funmilayo,
Akeem-omosanya,Mustapha,Aremu,Nwuzor,Ajakaiye,Chidozie,Adeniyan,Nwogu,Babalola,Okunola,Christian,
Oluwaseyi,Adegoke,Oluwaseun,Yussuf,Mukaram,Sarah,Abiola,Balogun,Saheed,Mogbadunade,Opeyemi,Aigbiniode,
Wuraola,Abiodun,Wasiu,Olowokeere,Omotoso,Ayandokun,Fagunwa,Akinrinola,Koya,Fadipe,Adisa,Owolabi,Oyetoro,
Ilupeju,Ogunbamigbe,Omojola,Ojo,Oluwagbemi,Adekunle,Oyadiran,Babtunde,Adesiyan,Oyeyemi,Sobowale,Soyinka,
Ninalowo,Oyeniyi,Falabi,Odetola,Jaiyeola,Makinwa,Paimo,Ajayi,Osuntokun,Adeleke,Olusanya,Olubode
`);
