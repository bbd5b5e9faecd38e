import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import zlib from "node:zlib";
import type { ReportInput } from "@hearsay/reader";
import { isPublicAddress, privateAddress, publicLookup } from "./address.ts";
import { InputError, shown } from "./errors.ts";
import { bytesOf, largestSource } from "./limits.ts";
import { readSource, type SourceHints } from "./source.ts";

export interface FetchOptions {
  /** Also addresses inside the machine's own network. */
  readonly allowPrivate?: boolean;
  /** For the whole of it, redirects included; in milliseconds, 20,000 unless given. */
  readonly timeout?: number;
  /** Of the page, packed or unpacked; in bytes, 20,000,000 unless given. */
  readonly most?: number;
  readonly hints?: SourceHints;
}

const mostRedirects = 5;

/**
 * Fetches the page at an address and reads it as {@link readSource} does.
 *
 * @throws InputError exit 3: `private-address`, `not-fetched`, `timed-out`; exit 2: `wrong-address`,
 * or what came is no report
 */
export async function fetchReport(url: string, options: FetchOptions = {}): Promise<ReportInput> {
  const { timeout = 20_000, hints = {} } = options;
  const signal = AbortSignal.timeout(timeout);
  try {
    const page = await fetchPage(checkedAddress(url), options, signal);
    return await readSource(page.bytes, { url: page.url, contentType: page.type, ...hints });
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (signal.aborted)
      throw new InputError(
        "timed-out",
        `there was no answer in ${timeout / 1000} seconds; try again later`,
        3,
      );
    if (!isNetworkError(error)) throw error;
    throw new InputError("not-fetched", `this could not be fetched: ${reason(error)}`, 3);
  }
}

interface Page {
  readonly url: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

async function fetchPage(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Page> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await get(url, options, signal);
    const status = response.statusCode ?? 0;
    const target = status >= 300 && status < 400 ? response.headers.location : undefined;
    if (target !== undefined) {
      response.destroy();
      url = checkedAddress(target, url);
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new InputError(
        "not-fetched",
        `this could not be fetched: ${url.host} answered ${status} ${response.statusMessage ?? ""}`.trim(),
        3,
      );
    }
    const type = response.headers["content-type"] ?? "";
    refuseMedia(url, type);
    return { url: url.href, type, bytes: await unpacked(response, options) };
  }
  throw new InputError(
    "not-fetched",
    `this could not be fetched: more than ${mostRedirects} redirects`,
    3,
  );
}

function checkedAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw new InputError(
      "wrong-address",
      `${shown(address)} is not a web address; give one that starts with http:// or https://`,
    );
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new InputError(
      "wrong-address",
      `${shown(url.href)} is not a web address; give one that starts with http:// or https://`,
    );
  if (url.username !== "" || url.password !== "")
    throw new InputError(
      "wrong-address",
      `an address with a user name or password in it (at ${url.host}) is not fetched; save the page and give the file`,
    );
  return url;
}

function get(
  url: URL,
  { allowPrivate = false }: FetchOptions,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  // A literal address is never looked up; URL has brought every spelling of it into one form.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(host, host);
  const headers = {
    "user-agent": "Mozilla/5.0 (compatible; hearsay/0.1)",
    accept: "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8",
    "accept-encoding": "gzip, deflate, br",
  };
  const lookup = allowPrivate ? {} : { lookup: publicLookup };
  return new Promise((resolve, reject) => {
    const client = url.protocol === "https:" ? https : http;
    client.get(url, { headers, signal, agent: false, ...lookup }, resolve).on("error", reject);
  });
}

function refuseMedia(url: URL, type: string): void {
  if (
    type === "" ||
    /^(?:text\/|application\/(?:json|ld\+json|xhtml\+xml|octet-stream))/i.test(type)
  )
    return;
  throw new InputError(
    "binary",
    `${url.host} sent ${shown(type)}, not a report; give an address of text, HTML or JSON`,
  );
}

/** Counts what comes out of the decompressor, so that a small answer cannot become a huge one. */
async function unpacked(
  response: http.IncomingMessage,
  { most = largestSource }: FetchOptions,
): Promise<Uint8Array> {
  const stream = decompressed(response);
  try {
    return await bytesOf(stream, most);
  } finally {
    response.destroy();
    stream.destroy();
  }
}

function decompressed(response: http.IncomingMessage): Readable {
  const encoding = (response.headers["content-encoding"] ?? "").trim().toLowerCase();
  const unpack = {
    gzip: zlib.createGunzip,
    "x-gzip": zlib.createGunzip,
    deflate: zlib.createInflate,
    br: zlib.createBrotliDecompress,
  }[encoding];
  if (!unpack) return response;
  const stream = unpack();
  response.on("error", (error) => stream.destroy(error));
  response.on("aborted", () => stream.destroy(new Error("the connection was cut")));
  return response.pipe(stream);
}

const isNetworkError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && ("code" in error || error.message === "the connection was cut");

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host; check the address and the connection",
  EAI_AGAIN: "the host's name could not be looked up; check the connection",
  ECONNREFUSED: "the host refused the connection",
  ECONNRESET: "the connection was cut",
  EHOSTUNREACH: "the host cannot be reached; check the connection",
  ENETUNREACH: "the network cannot be reached; check the connection",
};

function reason(error: NodeJS.ErrnoException): string {
  const inner = (error as { errors?: NodeJS.ErrnoException[] }).errors?.[0] ?? error;
  return reasons[inner.code ?? ""] ?? inner.message ?? inner.code ?? "unknown";
}
