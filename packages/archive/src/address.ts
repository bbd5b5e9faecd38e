import { lookup as resolve } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { InputError } from "./errors.ts";

/**
 * Whether an address belongs to the public internet: not this machine, a private or local network,
 * a carrier's, a multicast group, or any of those in IPv6 clothing.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() === "unicast") return true;
  // Networks without IPv4 reach it through 64:ff9b::/96; what counts is the address inside.
  if (parsed.kind() !== "ipv6" || parsed.range() !== "rfc6052") return false;
  const inside = parsed.toByteArray().slice(-4);
  return ipaddr.fromByteArray(inside).range() === "unicast";
}

export const privateAddress = (host: string, address: string): InputError =>
  new InputError(
    "private-address",
    `${host} ${host === address ? "is" : `is at ${address},`} inside this machine's own network; to read it all the same, add --allow-private`,
    3,
  );

/**
 * A `lookup` for connections that answers with public addresses only. It is asked at the moment of
 * connecting, so what was checked is what is connected to.
 */
export const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    const wrong = addresses.find(({ address }) => !isPublicAddress(address));
    if (wrong) return answer(privateAddress(host, wrong.address), []);
    if (options.all) return answer(null, addresses);
    const one = addresses[0];
    return one ? answer(null, one.address, one.family) : answer(new Error("no address"), []);
  });
};
