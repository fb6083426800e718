/** A square picture in shades of grey, row by row, one byte a point. */
export interface GreyPicture {
  readonly side: number;
  readonly points: Uint8Array;
}

/** Left edge, upper edge, width and height of a part of a picture; the whole is 0, 0, 1, 1. */
type Part = readonly [left: number, top: number, width: number, height: number];

export const PRINT_BITS = 256;
/** What a cut may take from each side. */
const CUT = 0.05;
const GRID = 32;
/** Grey levels of 255 that a picture must vary by: a blank sheet looks like every other blank sheet. */
const LEAST_CONTRAST = 4;
/** The first bits, of the lowest frequencies, are stored as eight bands by which candidates are found (anju.print_keys). */
const BANDS = 8;
const BANDED_BITS = 128;

/** Cuts off the two sides of one axis whose products are looked for: none, one side, both, and half of it on both. */
const CUTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [CUT, 0],
  [0, CUT],
  [CUT, CUT],
  [CUT / 2, CUT / 2],
];

const CENTRE: Part = [CUT, CUT, 1 - 2 * CUT, 1 - 2 * CUT];
const PARTS: readonly Part[] = distinct([CENTRE, ...parts(inCut), ...parts(ofCut)]);
const FREQUENCIES = lowestFrequencies(PRINT_BITS);
const ROWS = Math.max(...FREQUENCIES.map(([across]) => across)) + 1;
const COSINES = Array.from({ length: ROWS }, (_, k) =>
  Float64Array.from({ length: GRID }, (_value, n) => Math.cos((Math.PI * (n + 0.5) * k) / GRID)),
);

/**
 * The perceptual prints of a photo as texts of 256 bits. The first, of its centre, is the photo's own; the others are where the centre of
 * another photo would lie if one of the two were cut out of the other. Null for a picture without contrast.
 */
export function photoPrints(picture: GreyPicture): readonly string[] | null {
  const sums = summed(picture);
  if (contrast(sampled(sums, CENTRE)) < LEAST_CONTRAST) return null;
  return PARTS.map((part) => print(sampled(sums, part)));
}

/** Where, seen from a cut picture, the centre of the uncut one lies. */
function inCut(before: number, after: number): readonly [number, number] {
  const left = 1 - before - after;
  return [(CUT - before) / left, (1 - 2 * CUT) / left];
}

/** Where, seen from the uncut picture, the centre of a cut one lies. */
function ofCut(before: number, after: number): readonly [number, number] {
  const left = 1 - before - after;
  return [before + CUT * left, (1 - 2 * CUT) * left];
}

function parts(place: typeof inCut): readonly Part[] {
  return CUTS.flatMap((across) =>
    CUTS.map((down): Part => {
      const [left, width] = place(...across);
      const [top, height] = place(...down);
      return [left, top, width, height];
    }),
  );
}

function distinct(all: readonly Part[]): readonly Part[] {
  const close = (one: Part, other: Part) => one.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 1e-9);
  return all.filter((part, index) => all.findIndex((other) => close(part, other)) === index);
}

/** Pairs of frequencies from low to high, without the mean brightness. */
function lowestFrequencies(count: number): readonly (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (let sum = 1; all.length < count; sum += 1) {
    for (let across = 0; across <= sum; across += 1) all.push([across, sum - across]);
  }
  return all.slice(0, count);
}

// Taken out of its object once: sumAt runs 50,000 times a photo.
const { floor, max, min } = Math;

/** Sums over all points above and left of each corner: the mean of any part is four look-ups. */
interface Sums {
  readonly side: number;
  readonly values: Float64Array;
}

function summed({ side, points }: GreyPicture): Sums {
  const width = side + 1;
  const values = new Float64Array(width * width);
  for (let y = 0; y < side; y += 1) {
    let row = 0;
    for (let x = 0; x < side; x += 1) {
      row += points[y * side + x] ?? 0;
      values[(y + 1) * width + x + 1] = (values[y * width + x + 1] ?? 0) + row;
    }
  }
  return { side, values };
}

/** The sum up to a corner that lies between points. */
function sumAt({ side, values }: Sums, x: number, y: number): number {
  const column = max(0, min(floor(x), side - 1));
  const row = max(0, min(floor(y), side - 1));
  // Rounding may lead a hair beyond the last point.
  const right = min(max(x - column, 0), 1);
  const down = min(max(y - row, 0), 1);
  const at = row * (side + 1) + column;
  const above = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
  const below = (values[at + side + 1] ?? 0) * (1 - right) + (values[at + side + 2] ?? 0) * right;
  return above * (1 - down) + below * down;
}

/** Mean shades of a part, in a grid of 32 × 32. */
function sampled(sums: Sums, [left, top, width, height]: Part): Float64Array {
  const corner = (column: number, row: number) =>
    sumAt(sums, (left + (width * column) / GRID) * sums.side, (top + (height * row) / GRID) * sums.side);
  const area = (width * height * sums.side ** 2) / GRID ** 2;
  const shades = new Float64Array(GRID * GRID);
  let above = Float64Array.from({ length: GRID + 1 }, (_, column) => corner(column, 0));
  for (let row = 0; row < GRID; row += 1) {
    const below = Float64Array.from({ length: GRID + 1 }, (_, column) => corner(column, row + 1));
    for (let column = 0; column < GRID; column += 1) {
      const upper = (above[column + 1] ?? 0) - (above[column] ?? 0);
      const lower = (below[column + 1] ?? 0) - (below[column] ?? 0);
      shades[row * GRID + column] = (lower - upper) / area;
    }
    above = below;
  }
  return shades;
}

function contrast(shades: Float64Array): number {
  const mean = shades.reduce((sum, shade) => sum + shade, 0) / shades.length;
  return Math.sqrt(shades.reduce((sum, shade) => sum + (shade - mean) ** 2, 0) / shades.length);
}

/** Which of the lowest frequencies of the cosine transform are stronger than half of them. */
function print(shades: Float64Array): string {
  const strengths = transformed(shades);
  const middle = [...strengths].sort((a, b) => a - b)[PRINT_BITS / 2] ?? 0;
  const bits = new Array<string>(PRINT_BITS);
  strengths.forEach((strength, index) => (bits[place(index)] = strength > middle ? '1' : '0'));
  return bits.join('');
}

/** The lowest frequencies are dealt out to the bands in turn, so that each band tells as much. */
function place(index: number): number {
  if (index >= BANDED_BITS) return index;
  return (index % BANDS) * (BANDED_BITS / BANDS) + Math.floor(index / BANDS);
}

function transformed(shades: Float64Array): readonly number[] {
  const rows = COSINES.map((cosine) => {
    const strengths = new Float64Array(GRID);
    for (let row = 0; row < GRID; row += 1) {
      let sum = 0;
      for (let column = 0; column < GRID; column += 1)
        sum += (cosine[column] ?? 0) * (shades[row * GRID + column] ?? 0);
      strengths[row] = sum;
    }
    return strengths;
  });
  return FREQUENCIES.map(([across, down]) => {
    const [row, cosine] = [rows[across], COSINES[down]];
    let sum = 0;
    for (let index = 0; index < GRID; index += 1) sum += (cosine?.[index] ?? 0) * (row?.[index] ?? 0);
    return sum;
  });
}
