/** Gold files of all kinds: read whole, and what to say of one that is of another kind. */
import { decode, fileBytes, InputError } from "@hearsay/archive";
import { named, nameOf } from "./input.ts";

/** Gold files hold many reports. */
const mostGold = 1_000_000_000;

export const goldText = (path: string): Promise<string> =>
  named(nameOf(path), async () => decode(await fileBytes(path, mostGold)));

export const wrongGold = (place: string, wanted: string): InputError =>
  new InputError("wrong-field", `${place}: this is no gold of this kind; it should be ${wanted}`);
