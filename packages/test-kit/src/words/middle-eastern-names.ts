// Names of middle eastern origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const MIDDLE_EASTERN_FEMALE: readonly string[] = commaSeparated(`
Fatima,Aisha,Maryam,Layla,Leila,Noor,Nour,Yasmin,Yasmine,Zahra,Zeinab,Rania,Dina,Hala,Huda,Iman,Jamila,
Khadija,Lina,Mona,Nadia,Nawal,Rana,Reem,Salma,Samira,Sara,Sana,Shirin,Soraya,Parisa,Nasrin,Mahsa,Azadeh,
Golnaz,Niloofar,Setareh,Shabnam,Mitra,Roya,Ziba,Mina,Farah,Amira,Lubna,Maha,Rasha,Suha,Wafa,Anahit,
Lusine,Siranush,Narine,Tamar,Shira,Noa,Yael,Tal,Rivka,Chana,Devorah,Miriam,Ayelet,Galit
`);

/** Male first names. */
export const MIDDLE_EASTERN_MALE: readonly string[] = commaSeparated(`
Mohammed,Muhammad,Mohammad,Ahmed,Ahmad,Ali,Omar,Hassan,Hussein,Ibrahim,Khalid,Mustafa,Mahmoud,Youssef,
Yusuf,Abdullah,Abdul Rahman,Tariq,Karim,Samir,Nabil,Fadi,Rami,Bashar,Amir,Reza,Hossein,Mehdi,Farhad,
Behrouz,Dariush,Kourosh,Ardeshir,Babak,Armen,Aram,Hagop,Vartan,Avi,Moshe,Yitzhak,Shlomo,Eitan,Noam
`);

/** Surnames. */
export const MIDDLE_EASTERN_SURNAMES: readonly string[] = commaSeparated(`
Al-Sayed,El-Amin,Abdullah,Abbas,Haddad,Khoury,Nassar,Saleh,Mansour,Najjar,Sabbagh,Shaheen,Hamdan,Khalil,
Awad,Farah,Rahman,Hakim,Bishara,Al-Khatib,Al Masri,El-Sharif,Abu Saleh,Ben David,Hosseini,Ahmadi,Rezaei,
Mohammadi,Karimi,Moradi,Jafari,Rahimi,Tehrani,Shirazi,Esfahani,Farahani,Pahlavan,Ghorbani,Sadeghi,Zandi,
Petrosyan,Hovhannisyan,Sargsyan,Grigoryan,Avetisyan,Bagdasarian,Kazarian,Manukian,Terzian,Levy,Cohen,
Mizrahi,Peretz,Biton,Friedman,Shapiro,Katz,Goldberg,Rosenberg,Azoulay,Ohayon,Haidar,Itani,Jaber,Kassab,
Maalouf,Qasim,Rashid,Sayegh,Tawfik,Younes,Zaidan,Bin Laith,Ibn Yusuf,Osman,Yilmaz,Kaya,Demir,Çelik,Şahin,
Yıldız,Öztürk,Aydın,Özdemir,Arslan,Doğan,Kılıç,Aslan,Çetin,Koç
`);
