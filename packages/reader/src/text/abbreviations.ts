/**
 * Short forms that end in a full stop, as data. Kinds differ in whether a sentence may end there:
 * after a title never, after the others only where the next word opens sentences.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a name: never the end of a sentence. Lower case, without the stop. */
export const titles = list(`
  mr mrs ms mx messrs dr prof st ste mt ft gen col lt maj capt cmdr cdr adm sgt cpl pvt brig pte
  sen rep reps sens gov hon pres supt insp det amb atty rev fr msgr pastor sr. bros viz cf ca
  mme mlle sra srta dra ing lic eng shri smt sh smti md. pte comr
`);

/** Others; a sentence may end with them. */
export const abbreviations = list(`
  inc corp co ltd llc plc bhd pty gmbh assn dept univ inst est etc vs al jr sr esq
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

/** Capitalised words that open sentences far more often than they continue a name. */
export const openers = list(`
  the a an this that these those he she it they we you i his her its their our my in on at by for
  from with without after before during since until while when where as if although though because
  but and or so yet however meanwhile moreover nevertheless there here what who why how which
  some many most several all both each another one two three no not now then today yesterday
  earlier later according last next also even still despite under over between asked speaking
  officials police state-run analysts critics witnesses residents local about more only such
`);
