/** What the trainer and the scorer of names need of this stage. */
export { type Actors, loadActors } from "../../knowledge/actors.ts";
export { findNames, type NameModel, readNameModel } from "./find.ts";
export { listBitCount, listBits, listsOf, type WordLists } from "./lists.ts";
export { type Units, unitKinds, unitsOf } from "./units.ts";
