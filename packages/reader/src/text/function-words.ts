/**
 * The commonest words of languages in Latin script, by ISO 639-1 code. The lists of other languages
 * than English are of about the same size, so that a share of one can be held against a share of
 * another. Words that English has too are in both.
 */
export const functionWords: Readonly<Record<string, string>> = {
  en: `the a an of and to in that for was with is on as by at he it from be his has had are not have
    this they were said will who but an its which their been after would i you she we her him them us
    my our your me no or if so do did does can could may might must shall should than then there here
    what when where why how all any some more most other such only own same too very just also into
    onto over under about against between before during through until while because since out up down
    off again now new one two ago says say told men man people per versus via past due come go get
    want war also per pour son fine sole door hat word don't didn't it's area media data era video
    radio photo euro agenda militia embargo veto criteria visa quota idea sea dead these those being
    ten well late last year years`,
  es: "de la que el en y los del se las por un para con no una su al lo como más pero sus le este ha fue son dijo entre cuando muy sin sobre también hasta desde porque según es otra",
  pt: "de que o a e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também só pelo pela até isso entre são segundo é",
  ca: "de la que el i els les del per un amb una va al com més però seu és són han dels aquest aquesta molt també fins des segons hi ha altra ser sense entre quan on ja pel dijous",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il avec sont son aux ont été cette mais ou leur après selon ses d' l' c'",
  it: "di e il la che in un a per è una sono del della con non si da dei le i al come anche nel più ha gli alla dal questo stato suo delle ma lo sul tra dopo secondo nella",
  ro: "de și în a la cu o pe din nu că un care mai pentru este au să se ce fost prin sunt sau după dar al lui fi când ca despre până între acest va vor",
  la: "et in est non ad cum ut qui ab ex sed quod de esse a si per atque sunt quae enim quam hoc autem nec erat inter eos omnes fuit post ac pro eius se neque ante suo id iam",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie war wurde",
  nl: "de van het een en in is dat op te zijn met voor die niet aan er om ook als maar bij door naar heeft uit worden over werd nog dan wordt tot hij ze geen hebben volgens was",
  af: "die van en in is het dat nie om te vir met op sy wat aan word ook as deur by was hy sal gesê maar hulle na se 'n n kan uit daar tot oor nog hierdie volgens wees",
  fy: "de fan it en in is dat op te yn mei foar dy net oan om ek as mar by troch nei hat út wurde oer waard noch dan wurdt hy se gjin ha hawwe neffens wie sein soe moat",
  sv: "och i att det som en på är av för med den till har de inte om ett han var från men sig så vi kan när hade under också efter eller nu där vid mot ska vill enligt",
  da: "og i at det er en til på den af for med de som har ikke der et var han om men fra kan vil sig så ud skal efter blev eller også være havde over nu ifølge af",
  no: "og i det er på som en til at for av med har de ikke den om et var han fra men jeg seg så vi kan vil skal ble ut sa etter også når være hun over nå ifølge av",
  is: "og að í á er til sem um við var með fyrir ekki það en af hann þá því hafa þeir eftir frá segir hefur sé voru verið upp úr þar eru þess hún ætlar þetta einnig eða",
  fi: "ja on ei että oli se hän mutta ovat myös kun joka ole mukaan niin kuin jos sen hänen tai vain sitä nyt jo sekä eivät joita olla voi mitä ennen jälkeen kanssa sanoi",
  et: "ja on ei et see oli ka ning kui aga mis oma siis veel tema nad ta mille eest juba pärast kes selle kuid või ütles sel seda sõnul nii üle pole mida olid võib nagu",
  lv: "un ir par no ar ka uz tas bija kā lai pie tā gan arī bet kas pēc tika līdz vai to viņš ja nav tiks jau kurā šo šis pret nekā vēl kad var būs esot tikai",
  lt: "ir kad į iš su tai kaip bet o yra buvo dar pagal apie po jau tik prie ar už jo kuris kurie taip nuo dėl bus šio šis iki nėra per pat sakė jis pasak vienas savo",
  pl: "w i na z się do nie że o jest to po za od przez jak ale dla przy są co był tego jego który oraz także tym może już tak czy być tylko została podczas według",
  cs: "a v se na je že s z do to o i za by k jako pro ale po podle jsou od které který jeho byl při ve už než tak také bude není jen nebo k další řekl",
  sk: "a v sa na je že s z do to o i za by k ako pre ale po podľa sú od ktoré ktorý jeho bol pri vo už než tak aj bude nie len alebo čo ďalší povedal",
  hr: "je i u na se da za od su o s iz koji koja to će bi kao ne po nije što prema bio ili do samo ali kako još sa biti nakon te koje već ima jedan rekao",
  sl: "je in v na se da za so ki po z tudi pa bi o ne kot iz ni pri od še bo do ter s to bil kar ali med zaradi ob ima dejal k jih sta lahko bodo",
  hu: "a az és hogy nem is egy volt ez van meg csak mint már de ki azt el még szerint után lesz pedig ezt sem ami kell amely vagy így arra majd minden között újabb",
  sq: "të e në një dhe për me që i se nga si nuk është më do u ka kjo ky janë ai por sipas pas edhe kanë ishte duke prej tij deri tha por ndërsa ajo",
  tr: "ve bir bu da de için ile olarak çok daha olan ancak gibi kadar en sonra ise değil var ne olduğu o ya dedi oldu her göre tarafından etti eden ki yeni",
  az: "və bir bu da də üçün ilə olan olaraq çox daha amma kimi qədər ən sonra isə deyil var nə olduğu o ya dedi oldu hər görə tərəfindən etdi edən ki bildirib yeni",
  id: "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh mereka telah kata tersebut saat sebagai bisa lebih sudah menjadi atau kepada dia bahwa mengatakan",
  ms: "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke kerana ada oleh mereka telah kata tersebut ketika sebagai boleh lebih sudah menjadi atau kepada beliau bahawa berkata",
  sw: "ya na wa kwa ni katika la za kuwa hiyo cha hii yake kama huo wake hilo ambao huyo wakati baada alisema lakini pia kwamba vya yao hadi bila ili nchini",
  ha: "da a na ya ta ba ce cewa ne wani su shi za daga wata don ga yi an domin kan amma ranar sun mai wanda kuma kasar bayan nan wadanda yana tare",
  vi: "và của là các trong có được cho không người với một đã những này để ra khi từ đến về tại vào nhiều ông ở trên sau cũng bị theo phải nước sẽ",
  tl: "ang ng sa na mga ay at si ni para kay nang mula hindi ito niya siya kung ayon rin may isang naman pa din matapos dahil upang nito ngunit",
  so: "oo ah iyo ka ku in ee la ay uu ugu soo waxaa waa kale aan laga kala isku sheegay kasoo kuwa waxay hadda ayaa wuxuu lagu",
  ht: "yo nan ki pou li yon ak la a te se pa sou ap ke sa k epi men nou tou gen fè kap avèk ann kote lòt moun pral di ou an depi dapre",
};
