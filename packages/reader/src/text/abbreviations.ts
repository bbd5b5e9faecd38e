/**
 * Words, as data, that say whether a sentence ends or begins beside them. Lower case; short forms
 * without their full stop. No word here is the name of a place or a people.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a name: never the end of a sentence. */
export const titles = list(`
  mr mrs ms mx messrs dr prof st ste mt ft gen col lt maj capt cmdr cdr adm sgt cpl pvt brig pte
  sen rep reps sens gov hon pres supt insp det amb atty rev fr msgr pastor bros
  mme mlle sr sra srta dra ing lic eng shri smt sh smti comr
`);

/** Others; a sentence may end with them. */
export const abbreviations = list(`
  inc corp co ltd llc plc bhd pty gmbh assn dept univ inst est etc vs al jr esq
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ave blvd rd hwy apt bldg approx dist no nos vol art sec fig figs pp par para ch ed eds
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
  okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask
  ph.d e.g i.e eg ie lb lbs oz hr hrs min mins yr yrs tel ext fax attn rec misc
`);

/** Words that are also words: short forms only before a digit (no. 5) or a name's number. */
export const onlyBeforeDigits = list(
  "no nos ksh tsh ush sh rs nr art sec fig figs par para ch vol mar sun sat ed min ext p pp",
);

/** Never the end of a sentence, whatever follows. */
export const onward = list(
  "e.g i.e viz cf approx tel pop est vs v c ca incl esp nos pp km kg cm mm ml sq",
);

/** After a time of day a new sentence may begin, more readily than after other short forms. */
export const hours = list("a.m p.m");

/**
 * Words that open sentences: a capital at one of them is a sign of a new sentence and not of a
 * name. Of other capitalised words nothing is looked at but that they are capitalised.
 */
export const openers = list(`
  i it the we in this they if he you and so but there a thanks what my as please that when do she
  how for however after on by no let thank at to one also these yes from well is can now with here
  his all our just oh some then not are good although best great while hi even okay ok since yeah
  your many first why according any an most because their like her both see other another once or
  of maybe should those two three four five six seven eight nine ten thus during did where sorry
  over very hey everything who anyway take last next unfortunately does would right today tomorrow
  yesterday its despite more therefore hello try which could sure go early everyone never actually
  be remember keep note perhaps second dear subject each sometimes overall before again due email
  such instead yet given call only almost whether within sent otherwise upon check throughout
  besides was were has have had been several nobody moreover recently anything through later
  without watch continue unlike edit read among nevertheless meanwhile though half whatever cheers
  currently plus further probably sincerely furthermore usually eventually additionally lots until
  above various based hopefully either additional below much following contact obviously anyone
  using depending around nothing everybody somebody someone few me him them nor until till under
  between against about earlier later still asked speaking officials police state-run analysts
  critics witnesses residents local yours regards love ps fyi btw re cc bcc fw fwd date attached
  too own same every neither none others whose whom will shall must might am see
`);

/** What stands behind a time of day or a day's number without a new sentence: "6 p.m. Monday". */
export const calendar = list(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
  sun january february march april may june july august september october november december jan feb
  mar apr jun jul aug sep sept oct nov dec est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst
  cet cest eastern central mountain pacific greenwich
`);

/** Of the others, those that a number may follow: "Dec. 13", "Rd. 4". */
export const numbered = list(
  "jan feb apr jun jul aug sep sept oct nov dec rd hwy rte apt bldg ch para vol",
);

/** Words after which more must come: without a mark behind them no sentence ends. */
export const unfinished = list(`
  a an the of in to and for with on at by from as is are was were be been his her their our my your
  its than or but if when while between under near via per into onto upon over after before against
  about including who which whose has have had will would can could may might must should since
  until during through across among within toward towards amid because nor whether although though
`);

/** Small words that begin a family name: "van Dijk", "bin Salman", "de Gaulle". */
export const particles = list(
  "al ap bin bint da das de del den der di dos du el ibn la le ten ter van von zu",
);

/** With a name before them they say who spoke the words in quotation marks. */
export const reporting = list(`
  said says asked asks told added adds wrote writes tweeted shouted shouts cried replied replies
  continued insisted warned answered called explained exclaimed joked quipped yelled screamed
`);
