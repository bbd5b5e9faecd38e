/** How large the networks are and how long they learn; chosen on the development sets. */
import type { Schooling, SchoolTask } from "./network/school.ts";

/** For the sentence splitter; `SplitterTask` says what each is. */
export const splitting = { epochs: 8, margin: 20, seeds: [1, 2, 3, 4, 5], least: 2 } as const;

/** For the network that finds names. */
export const naming = {
  size: { width: 64, memory: 64, layers: 2 },
  epochs: 8,
  batch: 1000,
  rate: 0.003,
  dropout: 0.35,
  boldness: 0,
  seed: 1,
} as const;

const size = { width: 128, memory: 128, layers: 2, arc: 64, relation: 96 };
const each = { size, epochs: 14, batch: 700, rate: 0.003, dropout: 0.3 };

/** `quick`: for trying things out; some points worse. */
export function schooling(quick: boolean): Pick<SchoolTask, "teachers" | "pupil" | "trust"> {
  const pupil: Schooling = { ...each, epochs: 12, dropout: 0.2, seed: 3 };
  if (quick) return { teachers: [], pupil: { ...pupil, epochs: 4 }, trust: 0 };
  const teachers: Schooling[] = [
    { ...each, seed: 1 },
    { ...each, seed: 2 },
  ];
  return { teachers, pupil, trust: 0.5 };
}
