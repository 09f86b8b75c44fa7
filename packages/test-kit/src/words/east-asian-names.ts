// Names of east asian origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const EAST_ASIAN_FEMALE: readonly string[] = commaSeparated(`
Mei,Li Na,Xiaoling,Yan,Jing,Hui,Ying,Fang,Lihua,Xiu,Yuki,Sakura,Naoko,Keiko,Yoko,Haruka,Akiko,Emiko,
Michiko,Aiko,Ji-woo,Min-ji,Soo-jin,Hye-jin,Eun-ji,Ji-young,Mi-sook,Young-mi,Seo-yeon,Hana,Yuna,Sun-hee,
Kyung-hee,Eun-joo,Bo-young,Xin Yi,Wei Ling,Siew Mei,Pui Yee,Wing Yan,Ka Yan,Hoi Ying,Mei-Ling,Shu-Fen,
Ya-Ting,Yi-Chun,Chia-Hui,Hsin-Yi,Pei-Shan,Yu-Chen,Rui,Qing,Xue,Juan,Lan Ying,Zhen,Yun,Zi Han,Jia,Min,
Ayumi,Chiyo,Fumiko,Hiroko,Kaori,Kumiko,Mariko,Midori,Naomi,Noriko,Reiko,Sachiko,Sayuri,Tomoko,Yumi,
Yuriko,Maria Theresa,Marites,Rosario,Jocelyn,Maricel,Imelda,Ligaya,Cherry,Divina
`);

/** Male first names. */
export const EAST_ASIAN_MALE: readonly string[] = commaSeparated(`
Wei,Jun,Ming,Hao,Lei,Jian,Peng,Chao,Bo,Tao,Yong,Feng,Kai,Zhiwei,Jianguo,Kenji,Hiroshi,Takashi,Satoshi,
Akira,Daisuke,Yuki,Kazuo,Makoto,Naoki,Min-jun,Seung-ho,Sung-min,Jae-hyun,Dong-hyun,Joon-ho,Ji-hoon,
Tae-yang,Hyun-woo,Chi-Ming,Wing-Kit,Ka-Ho,Chun-Hung,Jia-Hao,Zhi-Ming,Rui,Xiang,Qiang,Gang,Hai,Shinji,
Taro,Yuto,Haruto,Ren,Jejomar,Benigno,Crisanto,Rodel,Arnel
`);

/** Surnames. */
export const EAST_ASIAN_SURNAMES: readonly string[] = commaSeparated(`
Kim,Lee,Park,Choi,Jung,Kang,Cho,Yoon,Jang,Lim,Han,Shin,Oh,Seo,Kwon,Hwang,Ahn,Song,Hong,Yoo,Bae,Moon,Noh,
Wang,Li,Zhang,Liu,Chen,Yang,Huang,Zhao,Wu,Zhou,Xu,Sun,Ma,Zhu,Hu,Guo,He,Lin,Gao,Luo,Zheng,Liang,Xie,Tang,
Feng,Deng,Cao,Peng,Zeng,Xiao,Tian,Dong,Pan,Yuan,Cai,Jiang,Yu,Du,Ye,Cheng,Wei,Su,Lu,Ding,Ren,Shen,Yao,
Tanaka,Suzuki,Sato,Takahashi,Watanabe,Ito,Yamamoto,Nakamura,Kobayashi,Kato,Yoshida,Yamada,Sasaki,
Yamaguchi,Matsumoto,Inoue,Kimura,Hayashi,Shimizu,Yamazaki,Mori,Abe,Ikeda,Hashimoto,Ishikawa,Ogawa,Goto,
Okada,Hasegawa,Fujita,Murakami,Nishimura,Fukuda,Aoki,Sakamoto,Endo,Fujii,Okamoto,Nakajima,Harada,Takeda,
Ueda,Ono,Miyamoto,Tsai,Hsu,Hsieh,Chiang,Chuang,Chou,Tseng,Ng,Ang,Teo,Goh,Koh,Chua,Ong,Lau,Yeung,Leung,
Tsang,Cheung,Kwok,Ho,Mok,Poon,Tse,Yip,Bautista,Santos,Reyes,dela Cruz,Macaraeg,Dimaculangan,Magsaysay,
Panganiban,Villanueva,Salonga,Tam,Chui,Tai,Fok,Fan,Chiu,Chow,Choy,Shiu,Siu,Sze,Chan,Chung,Yung,Cheuk,
Yuen,Shum,Ko,So,Sin,Mak,Ip,Man,Hui,Kwan,Fu,Au,Tsoi,Chu,Lung,Fung,Tsui,Wan,Keung,Ling,Yan,Yin,Yim,Law,Pun,
Luk,Lui,Yiu,Lam,Ngai,Lai,Suen,Yue,Pang,Tong,Kan,Kwong,Wong,Chong,Chang,Szeto,Kong,Tan
`);
