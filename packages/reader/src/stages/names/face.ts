/** What the trainer and the scorer of the name model need of this stage. */
export { type Actors, loadActors } from "../../knowledge/actors.ts";
export { chainFeatures } from "./chain.ts";
export { listBits, type NameWords, nameAttributes, nameColumns } from "./columns.ts";
export { findNames, type NameModel, readNameModel } from "./find.ts";
export { type Units, unitKinds, unitsOf } from "./units.ts";
