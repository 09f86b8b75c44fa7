// Names of indian origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const INDIAN_FEMALE: readonly string[] = commaSeparated(`
Priya,Anjali,Pooja,Neha,Deepa,Kavita,Sunita,Anita,Meera,Lakshmi,Divya,Shreya,Ananya,Aishwarya,Nisha,Ritu,
Swati,Rekha,Geeta,Jyoti,Harpreet,Gurpreet,Simran,Jaspreet,Manpreet,Fatima,Ayesha,Zainab,Padma,Radhika,
Ekaparnika,Shivakari,Aanandinii,Shanti,Vasundhara,Aruna,Heema,Smita,Shwet,Eshita,Ahilya,Sloka,Gita,
Chandani,Rageshwari,Anjushri,Adwitiya,Akshata,Vasudha,Gautami,Bhilangana,Akula,Malati,Deeptimoyee,Bilwa,
Chandni,Baala,Pramila,Damayanti,Devi,Girja,Chandraprabha,Anamika,Deepali,Ambar,Meenakshi,Anila,
Chandraswaroopa,Urmila,Aashritha,Durga,Aadrika,Esha,Rati,Chandra,Sweta,Rukmin,Shashikala,Himani,Radha,
Rukhmani,Bhadra,Sujata,Devani,Varalakshmi,Shreyashi,Preity,Parvati,Anasooya,Dharani,Vaishvi,Durgeshwari,
Arya,Charumati,Vaishno,Sharmila,Mani,Ramaa,Bhaanumati,Mandakini,Sucheta,Kanti,Menka,Jaimini,Nalini,Laxmi,
Deeptimayee,Shakti,Kumari,Elakshi,Tanirika,Balamani,Mohana,Vrinda,Sumitra,Ojaswini,Dharitri,Shrishti,
Dhanalakshmi,Aarya,Shobhana,Bhanumati,Hiranya,Omana,Opaline,Veda,Rohana,Aaratrika,Devasree,Daevika,
Opalina,Vaidehi,Bhagwanti,Lalita,Sarisha,Saraswati,Shresth,Ahalya,Prasanna,Draupadi,Baijayanti,Kalinda,
Vimala,Ayushmati,Rita,Anjushree,Anusuya,Basanti,Devangana,Kashyapi
`);

/** Male first names. */
export const INDIAN_MALE: readonly string[] = commaSeparated(`
Raj,Amit,Rahul,Sanjay,Vijay,Anil,Sunil,Suresh,Ramesh,Arjun,Rohan,Vikram,Ravi,Ashok,Harish,Gurinder,
Manjit,Karthik,Srinivas,Venkatesh,Bhupati,Keerti,Upendra,Bhima,Anuraag,Aanandaswarup,Jitendra,Vasudev,
Deenabandhu,Bhisham,Charak,Bhargava,Agniprava,Chidambaram,Suryakanta,Nawal,Eekalabya,Chaanakya,Chapal,
Ujjawal,Akshaj,Goswami,Deeptiman,Balaaditya,Aayushman,Karunanidhi,Devdan,Dinkar,Sanka,Brahmabrata,
Jagadish,Dhanapati,Bandhul,Anunay,Adityanandan,Jagadisha,Devagya,Agastya,Chandramauli,Deeptimoy,Vyas,
Udai,Gautama,Pranay,Somnath,Gandharv,Budhil,Tej,Deeptimay,Dhanvin,Aatreya,Gobinda,Chidaakaash,Akshat,
Chandramohan,Balagovind,Girik,Ekaksh,Jagmeet,Param,Bharadwaj,Kanak,Bahula,Anish,Bhuvanesh,Giri,Ameyatma,
Deb,Dron,Sher,Gorakhnath,Gautam,Gopal,Anal,Shiv,Udit,Anand Swarup,Charuchandra,Agnimitra,Deveshwar,
Dharmaketu,Aaditya,Bhaasvan,Kailash,Nagabhushanam,Prem,Narinder,Swapnil,Gopee,Vimal
`);

/** Surnames. */
export const INDIAN_SURNAMES: readonly string[] = commaSeparated(`
Patel,Shah,Singh,Kumar,Sharma,Gupta,Desai,Mehta,Reddy,Rao,Nair,Menon,Iyer,Iyengar,Krishnan,Subramanian,
Venkataraman,Balasubramaniam,Chowdhury,Chaudhary,Banerjee,Mukherjee,Chatterjee,Bhattacharya,Das,Bose,
Ghosh,Sen,Dutta,Khan,Ahmed,Ali,Hussain,Malik,Qureshi,Ansari,Sheikh,Joshi,Kulkarni,Deshpande,Patil,Naidu,
Pillai,Kaur,Gill,Dhillon,Sidhu,Sandhu,Grewal,Bhatia,Kapoor,Khanna,Malhotra,Chopra,Arora,Sethi,Agarwal,
Aggarwal,Jain,Verma,Mishra,Pandey,Tiwari,Trivedi,Parekh,Bhatt,Thakkar,Amin,Modi,Vora,Nayar,Mehra,Johar,
Kaniyar,Nehru,Ahuja,Saini,Mehrotra,Adiga,Bhattathiri,Namboothiri,Dhawan,Bharadwaj,Rana,Pothuvaal,Naik,
Jha,Dubashi,Varman,Panicker,Varrier,Talwar,Achari,Shukla,Dwivedi,Sinha,Somayaji,Kakkar,Nambeesan,Bhat,
Mahajan,Asan,Bandopadhyay,Guneta,Varma,Jangid,Kaul,Suthar,Mukhopadhyay,Tandon,Pilla,Chattopadhyay,Abbott,
Gowda,Devar,Khatri,Embranthiri,Marar,Tagore,Ganaka,Ahluwalia,Guha,Butt,Chaturvedi,Prajapat,Kocchar,
Acharya,Bhadresha,Gandhi
`);
