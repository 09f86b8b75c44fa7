// Which given names are short or familiar forms of one another. One line per group: the formal name first.
// Collected from common American, Spanish, Slavic and other usage; a token may stand in several groups.

const GROUPS = `
aaron ron ronnie; abigail abby abbie gail; abraham abe bram ibrahim; adelaide addie heidi ada della;
adeline addie della lina; agnes aggie nessa; aileen eileen; alan allan allen al; albert al bert albie alberto;
alejandra ale sandra jandra alexandra; alejandro alex ale jandro alexander;
alexander alex al xander sasha sandy lex alec alexandre aleksandr aleks;
alexandra alex sandra lexi lexie sasha sandy ali allie alexa alessandra aleksandra;
alfred al fred alfie freddie alfredo; alice ali allie ally alicia; alison ali allie ally allison allyson;
amanda mandy manda; amelia amy millie mia emilia; amy aimee ami; anastasia stacy stacey ana nastya stasia;
andrea andi drea andie; andrew andy drew andre andreas andres; angela angie ange angelina angelica;
ann anne anna annie nan nancy nanette ana anya; annabelle anna belle bella anabel;
anthony tony ant antonio anton; antoinette toni nettie antonia tonia; archibald archie; arlene lena arlie;
arnold arnie; arthur art artie arturo; ashley ash lee; augustus gus augie august augustine augusto;
barbara barb barbie babs bobbie; bartholomew bart; beatrice bea trixie bee beatriz;
benjamin ben benny benji benjie; bernadette bernie bern; bernard bernie barney bernardo; bethany beth bethie;
beverly bev beverley; blanche blanca; bradley brad; brandon brand bran; brenda bren; brian bryan bryant;
bridget bridgette bridie biddy brigitte; brittany britt brit britney brittney;
caitlin kate katie cait caitlyn katelyn kaitlyn kaitlin catelyn; calvin cal; cameron cam;
camille cammie millie camila; candace candy candi candice; carl karl carlo carlos charles; carmen carmela;
carol carole caroline carrie lynn; caroline carol carrie caro lina carolyn carolina karolina;
cassandra cassie cass sandra sandy kassandra;
catherine cathy kate katie cat kathy katherine cate kitty cathryn catalina;
cecilia cece celia cecily cissy cecile; charles charlie chuck chas chip carlos;
charlotte charlie lottie char lotte carlotta; chelsea chels; cheryl cheri sherry sheryl cherie;
christian chris kristian cristian;
christina chris christy tina chrissy christie kristina cristina christine kristine krista;
christine chris christy tina chrissy kristine christina kris cristine;
christopher chris topher kit cristopher kris cristobal christoph; clara clare claire clarissa; clarence clare;
clifford cliff; clinton clint; constance connie; cordelia delia cordy; cornelius neil corny; courtney court;
crystal chris krystal cristal kristal crys; curtis curt kurt; cynthia cindy cyndi; daisy margaret;
daniel dan danny dani daniil; danielle dani danny elle daniela daniella; daphne daff;
david dave davey davy davi; dawn dawnie; deborah deb debbie debra debora debby; deirdre dee dede;
delores dolores lola dee dolly; denise denny dee; dennis denny den; derek derrick rick; desiree des desi;
diana di diane dianne dyan dianna; dominic dom nick dominick domenic; dominique dom nikki;
donald don donnie donny; donna donnie; dorothy dot dottie dolly dora dorothea; douglas doug; duane dwayne;
dustin dusty; dwight ike; edith edie; edmund ed eddie ned; eduardo ed eddie lalo edward;
edward ed eddie ted teddy ned; edwin ed eddie win; eileen elaine lena; elaine laney lainey helaine;
eleanor ellie nell nora elle ella lenore elena elinor; elena helen lena ellen;
elisabeth liz lisa beth elizabeth elise;
elizabeth liz beth lizzie betsy betty eliza ellie lisa libby bess bessie buffy lilibeth elisabeth isabel elsie elise lizbeth liza;
ellen ellie nell helen; emily em emmy millie emilie emilia; emma em emmy emmie; emmanuel manny manuel emanuel;
enrique rick ricky kike henry quique; eric rick erik erick; erica erika ricki rikki; ernest ernie ernesto;
esperanza espe hope; esther essie hester ester; ethan eth; eugene gene gino; evangeline eva angie evie eve;
evelyn eve evie lynn; ezekiel zeke; ezra ez; felicia fel licia; felipe phil philip pipe; fernando nando fern;
florence flo flossie florrie; frances fran franny francie fannie francesca;
francesca fran frankie chesca francisca; francis frank fran frankie francisco;
francisco paco pancho frank cisco kiko; franklin frank frankie;
frederick fred freddie freddy rick fritz frederic federico fredrick; gabriel gabe gabby;
gabriela gaby gabby gabrielle ella; gabrielle gabby elle gaby gabriella; gail abigail gayle gale;
genevieve gen gena viv jenny; geoffrey geoff jeff jeffrey; george georgie jorge; georgia georgie gina;
georgina georgie gina georgette; gerald gerry jerry gerard geraldo; geraldine gerry jerry geri dina;
gertrude gertie trudy; gilbert gil bert; gina regina virginia angelina; giovanni gio gianni john; gloria glo;
gordon gordy; grace gracie graciela; graciela chela grace; gregory greg gregg gregorio; gretchen margaret;
guadalupe lupe lupita; guillermo memo william bill; gwendolyn gwen wendy; hannah hanna nan; harold hal harry;
harriet hattie harriett; harrison harry; hector hec; heather heath; heidi adelheid;
helen nell ellie lena nellie helena elena; helena lena helen nell; henrietta hattie etta hetty;
henry hank harry hal hal enrique; herbert herb bert; herman herm; hilary hil hillary; hortense tensie;
howard howie; hubert hugh bert; hugh hughie hugo; humberto beto bert; ian john; ignacio nacho iggy;
imogene immy gene; irene rene renie; isaac ike zac izaak;
isabel izzy bella belle isabelle isabella isa elizabeth ysabel; isabella bella izzy isabel isa; isaiah zay ike;
israel izzy; jackson jack; jacob jake jay cob; jacqueline jackie jacqui jacquelyn jacklyn lyn;
jaime jim james jamie; james jim jimmy jamie jay jimmie jem; jamie james jamey jayme;
jane janie jan janey jeanne jayne; janet jan janette nettie; janice jan janis; jason jay jase;
jasmine jas jaz yasmin jazmin yasmine; jean jeannie jeanne gene jeanette;
jeanette jean jenny nettie jeannette janet; jeffrey jeff geoffrey jeffery; jennifer jen jenny jenn jennie;
jeremiah jerry jeremy; jeremy jerry jem; jerome jerry; jessica jess jessie jesse; jesus chuy chucho;
jill jillian gillian jilly; joan joanie jo joanne; joanna jo joann joanne johanna joan; joaquin jack quin;
jocelyn joss joyce lyn; joel jo; john johnny jack jon jonny johnnie ian sean juan;
jonathan jon nathan johnny jonny john johnathan jonathon nate; jordan jordy jory judd; jorge george;
jose pepe joe chepe joseph joey; josefina josie fina pepa josephine; joseph joe joey jos josef jose;
josephine jo josie josey fina posie; joshua josh; joyce joy; juan john juanito; juanita nita jane;
judith judy jude judi; julia julie jules juli; julian jules jule julio;
juliana julie jules ana julianna julianne; julie jules julia juli; juliet jules julie juliette; june junie;
justin jus; justina tina justine; kaleb caleb; karen kari ren carin karin caryn;
katherine kate kathy katie kat kay kit kitty kathryn catherine kathleen katharine katrina katy kathie katya;
kathleen kathy kate katie kat kay cathleen; kathryn kathy kate katie kat katherine cathryn;
kayla kay makayla michaela; keith kei; kelly kel kelli kellie; kelsey kels; kenneth ken kenny; kevin kev;
kimberly kim kimmy kimber kimberley; kristen kris kristin kristi kirsten kristy kristyn;
kristina kris kristy tina christina; krystal kris crystal; kyle ky; larry lawrence laurence;
laura laurie lori lora lauren laurel; lauren laurie ren laura; laurence larry lawrence laurie; lavinia vinnie;
lawrence larry laurie lars lorenzo laurence lon; leah lea lee lia; lee leigh; leonard leo len lenny leonardo;
leonardo leo leon; leonor nora leonora; leroy lee roy; leslie les lesley; lester les; lewis lou louis lew;
lidia lydia; lillian lily lil lilly lillie liliana lilian; liliana lily lili ana; linda lindy lynn lyn;
lindsay lindsey lin linds lyndsey; lisa elisa melissa; lloyd floyd; loretta lori etta;
lorraine lori rainy laraine; louis lou louie luis lewis; louise lou lulu luisa louisa; lourdes lulu;
lucille lucy lou lucia; lucinda lucy cindy cinda; lucy lucia lu luz lucie; luis lou louis lucho;
lynn lyn lynne linda; mackenzie kenzie mack kenzi; madeline maddie maddy madeleine madelyn lina madison;
madison maddie maddy; magdalena lena maggie magda magdalene; malcolm mal; manuel manny manolo manu;
marcella marcy marci marcela; marcia marcy marsha; marcus marc mark marcos marco;
margaret maggie meg peg peggy margie marge rita greta madge daisy margo margot marguerite margarita meggie gretta megan;
margarita rita margo margie marga; maria mary mari marie mia ria; mariana mari ana marianna maryann;
marianne mary ann mari maryanne maryann marian; marie mary maria; marilyn mary mari lynn; marion mary;
marissa rissa mari; marjorie marge margie marjory jorie; mark marc marcus marco marcos; marlene marla lena;
martha marty mattie patsy marta; martin marty mart martín; martina tina marty; marvin marv merv;
mary molly polly mamie may maria marie mae; matilda mattie tilda tillie; matthew matt matty mateo mathew;
maureen mo reenie; maurice mo morris mauricio; maximilian max; maxine max; maxwell max;
megan meg meggie meghan meagan peggy; melanie mel lanie; melinda mindy mel linda; melissa mel missy lissa lisa;
melody mel; melvin mel vinny; mercedes mercy sadie mercy; meredith merry; micah mike;
michael mike mikey mick mickey mitch miguel micheal mikhail; michaela mickey mikayla makayla kayla;
michelle shelly mitch shell michele mich shelley; miguel mike michael migue; mildred millie milly;
millicent millie milly; minerva minnie; miranda mandy randi; miriam mimi mitzi mary; misty mist;
mitchell mitch; mohammed mo muhammad mohamed mohammad mohamad; moises moses mo; monica mon moni monique;
morgan mo; muriel mur; nancy nan ann; naomi nomi; natalia nat talia natasha nata;
natalie nat nattie natalia nathalie; natasha tasha nat; nathan nate nat nathaniel;
nathaniel nate nat nathan than nathanael; nicholas nick nicky nico klaus nicolas nikolas cole;
nicole nicky nikki nic nichole nicola colette; nora eleanor honora norah; norma normie; norman norm;
octavia tavia; olga olya; oliver ollie noll; olivia liv livvy ollie livia; oscar ossie; oswald ozzie; otis ote;
pamela pam pammy; patience pat; patricia pat patty trish tricia patsy trisha pattie patti;
patrick pat paddy rick patricio; paul pauly pablo paulie; paula polly paulina pauline;
pauline polly paula lina; pedro peter pete; penelope penny nell; percival percy; peter pete pedro petey piotr;
philip phil pip phillip felipe; phoebe bee; phyllis phyl; priscilla cilla prissy pris; prudence prue;
rachel rach rae rachael raquel; rafael rafa ralph rafe raphael; ralph rafe; ramon ray moncho raymond;
ramona mona; randall randy rand; randolph randy dolph; raquel kelly rachel; raul ralph; raymond ray ramon;
rebecca becky becca beck bec reba rebekah; reginald reg reggie rex; regina gina reggie; renee rene ren;
reuben rube ben ruben; ricardo rick richard ricky rico cardo;
richard rick dick rich ricky richie ricardo ritchie; rita margarita margaret;
robert bob rob bobby robbie bert robin roberto bobbie robby; roberta bobbie robbie berta bertie;
roberto beto rob bob robert tito; robin rob robyn; roderick rod rick roddy; rodney rod; rodolfo rudy rodo fito;
rodrigo rod rigo; roger rog rodge; roland rollie rolly rolando; ronald ron ronnie ronny ronaldo;
rosa rose rosie rosita chayo; rosalind roz rosie linda; rosalie rose rosie rosa; rosario chayo charo rose;
rose rosie rosa rosemary rosalyn roseanne; roseanne rose ann rosie roxanne rosanna; rosemary rose rosie romy;
roxanne roxy roxie ann rox roxana; rudolph rudy dolph rolf; russell russ rusty; ruth ruthie; ryan ry;
sabrina bri brina sabby; salvador sal chava salvatore; salvatore sal sally; samantha sam sammy mandy sammie;
samson sam; samuel sam sammy; sandra sandy sandi sondra; santiago santi diego james;
sara sarah sadie sally sari zara; sarah sara sally sadie sar; savannah vanna savanna; scott scotty scottie;
sean shawn shaun; sebastian seb bash seba bastian; selena lena selina; serena rena; sergio serge checo;
seth set; shannon shan; sharon shari ron shar sheri; shawn sean shaun; sheila shel; shelby shel;
sherry sheri cheryl shari sherri; shirley shirl lee; sidney sid syd sydney; silvia sylvia silvie; simon si sim;
sofia sophia sophie sofi fia; solomon sol; sonia sonya sonja; sophia sophie sofia soph; stanley stan;
stella estella estelle; stephanie steph stephie stefanie steffi stefany annie;
stephen steve stevie steven stefan esteban steph stephan; steven steve stevie stephen; stuart stu stewart;
susan sue susie suzy suzanne suzie; susana susie sue ana susan suzanna;
susannah susan sue susie hannah anna susanna; suzanne sue susie suzie suzy susan; sydney syd sidney;
sylvia syl silvia sylvie; tabitha tabby; tamara tammy tam tami mara; tanya tatiana tania tonya;
tatiana tanya tati tania; taylor tay; teresa terry tess tessa theresa tere teri reese;
terrence terry terrance terence; thaddeus thad ted tad; thelma tel; theodora dora theo teddy thea;
theodore ted teddy theo; theresa terry tess tessie teresa tracy terri resa; thomas tom tommy tomas thom;
tiffany tiff tiffani fanny; timothy tim timmy timoteo; tobias toby tobin; todd toddy; tomas tom tommy thomas;
tracy trace tracey theresa; travis trav; trevor trev; tristan tris; ulysses uly; ursula ursa;
valentina val tina vale; valentine val; valerie val valeria; vanessa nessa van vanny; vera ronnie;
verna vernie; vernon vern; veronica ronnie vera roni nica vero; vicente vince chente vincent;
victor vic vick viktor; victoria vicky vic tori vicki vikki toria; vincent vince vinny vin vinnie vicente;
violet vi violetta letty; virginia ginny gina ginger; vivian viv vivi vivienne viviana; vladimir vlad vova;
wallace wally; walter walt wally; wanda wendy; wendell wen; wendy gwen wendi; wesley wes;
wilfred will fred wil; wilhelmina mina wilma willa minnie; william will bill billy willie liam wil willy bil;
wilma billie willa; winifred winnie freddie; winston win; xavier xavi javi javier; javier javi xavier;
ximena mena jimena; yolanda yoli lana yoyo; yvette eve; yvonne von vonnie;
zachary zach zack zac zachariah zachery zak; zoe zoey zo; dmitri dima dmitry dimitri;
ekaterina katya kate katherine; evgenia zhenya; irina ira; ivan vanya john; ludmila mila luda lyudmila;
mikhail misha michael; natalya natasha natalia; nikolai kolya nick; oksana ksenia; olena lena elena;
pavel pasha paul; sergei serge seryozha sergey; svetlana lana sveta; tatyana tanya tatiana; yuri yura;
concepcion concha connie conchita; consuelo chelo; dolores lola lolita; encarnacion encarna; fatima fati;
inmaculada inma; milagros mila; pilar pili; refugio cuca; socorro coco; soledad sole; xiomara xio
`;

/** How many groups one name may block on: "Chris" is short for many. */
export const MAX_NICKNAME_GROUPS = 8;

const fullNames: string[] = [];
const groupsByName = new Map<string, number[]>();
for (const [group, line] of GROUPS.trim().split(/;\s+/).entries()) {
  const names = new Set(line.split(' '));
  fullNames.push([...names][0]!);
  for (const name of names) {
    const groups = groupsByName.get(name);
    if (groups === undefined) groupsByName.set(name, [group]);
    else if (groups.length < MAX_NICKNAME_GROUPS) groups.push(group);
  }
}

const NONE: readonly number[] = [];

/** Ids of the groups a lower-case name stands in, ascending. Two names are familiar forms when they share one. */
export const nicknameGroupsOf = (name: string): readonly number[] => groupsByName.get(name) ?? NONE;

/** The name that the others of a group are forms of. */
export const fullNameOf = (group: number): string => fullNames[group]!;
