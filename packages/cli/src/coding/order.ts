/** Work done side by side, taken in and given out in order. */

/** How much a batch may hold, and how long it may wait to be full. */
export interface BatchLimits<Item> {
  readonly count: number;
  readonly size: number;
  readonly sizeOf: (item: Item) => number;
  /** Milliseconds; what is there is given out then, so that a slow input is answered all the same. */
  readonly patience: number;
}

export async function* batched<Item>(
  items: AsyncIterable<Item>,
  { count, size, sizeOf, patience }: BatchLimits<Item>,
): AsyncGenerator<readonly Item[]> {
  const iterator = items[Symbol.asyncIterator]();
  let batch: Item[] = [];
  let held = 0;
  let late: Late | undefined;
  const take = (): readonly Item[] => {
    const full = batch;
    batch = [];
    held = 0;
    late?.cancel();
    late = undefined;
    return full;
  };
  for (let coming = iterator.next(); ; ) {
    const step = await (late ? Promise.race([coming, late.promise]) : coming);
    if (step === "late") {
      yield take();
      continue;
    }
    if (step.done) break;
    batch.push(step.value);
    held += sizeOf(step.value);
    late ??= lateIn(patience);
    if (batch.length >= count || held >= size) yield take();
    coming = iterator.next();
  }
  if (batch.length > 0) yield take();
}

interface Late {
  readonly promise: Promise<"late">;
  readonly cancel: () => void;
}

function lateIn(milliseconds: number): Late {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<"late">((done) => {
    timer = setTimeout(done, milliseconds, "late");
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

export interface OrderOptions {
  /** So many are under way at once at most: more is not taken in. */
  readonly most: number;
  /** Ends it between two results, whatever is under way. */
  readonly stop: AbortSignal;
}

/** Does the work for each item and gives the results in the items' order, as soon as may be. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  { most, stop }: OrderOptions,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const next = () => iterator.next().then((step) => ({ step }));
  const under: Promise<{ result: Result }>[] = [];
  let coming: ReturnType<typeof next> | undefined = next();
  while (coming || under.length > 0) {
    const first = under[0];
    const found = await Promise.race([
      ...(first ? [first] : []),
      ...(coming && under.length < most ? [coming] : []),
      aborted(stop),
    ]);
    if (found === "stop") return;
    if ("result" in found) {
      under.shift();
      yield found.result;
    } else if (found.step.done) coming = undefined;
    else {
      const doing = work(found.step.value).then((result) => ({ result }));
      // It is awaited in its turn; until then a failure is not unheard of.
      doing.catch(() => {});
      under.push(doing);
      coming = next();
    }
  }
}

/** A new promise each time, and one listener: reactions to a promise that lasts would pile up. */
const aborted = (stop: AbortSignal): Promise<"stop"> =>
  new Promise((done) => {
    if (stop.aborted) done("stop");
    else stop.onabort = () => done("stop");
  });
