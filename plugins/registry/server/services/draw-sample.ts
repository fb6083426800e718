import { createHash } from 'node:crypto';

/**
 * Draws a share of households, at least one: those whose SHA-256 of `seed:number` comes first. The same seed over the same
 * households draws the same ones, in whatever order they are given; nobody can choose them but by choosing the seed.
 */
export function drawSample(population: readonly number[], percent: number, seed: string): number[] {
  const size = Math.min(population.length, Math.max(1, Math.ceil((population.length * percent) / 100 - 1e-9)));
  return population
    .map((id) => ({ id, rank: sha256(`${seed}:${id}`) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

/** SHA-256 of the numbers of households, smallest first: which ones a sample was drawn from. */
export function populationHash(population: readonly number[]): string {
  return sha256([...population].sort((one, other) => one - other).join(','));
}

/** SHA-256 of a text, as hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
