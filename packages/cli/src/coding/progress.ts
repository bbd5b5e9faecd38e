/** How far a run is, for a terminal. */

export interface Extent {
  readonly bytes: number;
  /** Where it is known before reading. */
  readonly reports: number | undefined;
}

export interface Sofar {
  readonly reports: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** "12,340 of about 50,000 reports  1,234/s  26 s left"; without an end where none is known. */
export function progressText({ reports, bytes, seconds }: Sofar, all: Extent | undefined): string {
  const rate = reports / Math.max(seconds, 0.001);
  const speed = `${counted(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))}/s`;
  if (!all || reports === 0 || bytes === 0) return `${counted(reports)} reports  ${speed}`;
  const share = Math.min(1, bytes / Math.max(all.bytes, 1));
  const total = all.reports ?? Math.max(reports, rounded(reports / share));
  const about = all.reports === undefined && share < 1 ? "about " : "";
  const left = durationText((seconds * (1 - share)) / share);
  return `${counted(reports)} of ${about}${counted(total)} reports  ${speed}  ${left} left`;
}

/** To two digits: an estimate. */
function rounded(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}

/** "26 s", "4 min 10 s", "3 h 5 min". */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export const counted = (value: number): string => value.toLocaleString("en-US");

/** Where messages go: standard error, with one line on how far it is where that is a terminal. */
export interface Desk {
  /** A message of its own line, with the line of progress out of its way. */
  say(message: string): void;
  /** Draws anew, a few times a second at most. */
  show(sofar: Sofar): void;
  /** Takes the line of progress away. */
  end(): void;
}

export function openDesk(
  stream: NodeJS.WriteStream,
  extent: Extent | undefined,
  now: () => number,
): Desk {
  const isTerminal = stream.isTTY === true && process.env.TERM !== "dumb";
  let drawn = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (isTerminal && drawn > 0) stream.write("\r\u001b[K");
  };
  return {
    say(message) {
      clear();
      stream.write(`${message}\n`);
    },
    show(sofar) {
      if (!isTerminal || now() - drawn < 200) return;
      clear();
      drawn = now();
      stream.write(progressText(sofar, extent).slice(0, (stream.columns || 80) - 1));
    },
    end: clear,
  };
}
