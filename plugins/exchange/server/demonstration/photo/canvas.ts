export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];

/** Light changes from block to block; finer steps would be lost in the JPEG. */
const BLOCK = 4;

/** A small RGB picture that is drawn by filling shapes; what lies outside is left out. */
export class Canvas {
  readonly pixels: Uint8ClampedArray;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8ClampedArray(width * height * 3);
  }

  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    const bottom = Math.min(this.height, Math.round(top + height));
    for (let y = Math.max(0, Math.round(top)); y < bottom; y += 1) this.#row(y, left, left + width, colour);
  }

  /** Fills a shape whose corners are given in order, by the even-odd rule. */
  polygon(corners: readonly Point[], colour: Colour): void {
    const heights = corners.map(([, y]) => y);
    const bottom = Math.min(this.height - 1, Math.ceil(Math.max(...heights)));
    for (let y = Math.max(0, Math.floor(Math.min(...heights))); y <= bottom; y += 1) {
      const crossings = crossingsAt(corners, y + 0.5);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        this.#row(y, crossings[index] ?? 0, crossings[index + 1] ?? 0, colour);
      }
    }
  }

  /** Lightens and darkens the picture by a coarse field of offsets, blended between its points: the play of the light. */
  shade(field: readonly (readonly number[])[]): void {
    const rows = field.length - 1;
    for (let top = 0; top < this.height; top += BLOCK) {
      const down = (top / this.height) * rows;
      const upper = field[Math.floor(down)] ?? [];
      const lower = field[Math.floor(down) + 1] ?? upper;
      const line = upper.map((value, index) => value + ((lower[index] ?? value) - value) * (down % 1));
      const offsets = blockOffsets(line, this.width);
      for (let y = top; y < Math.min(top + BLOCK, this.height); y += 1) this.#shadeRow(y, offsets);
    }
  }

  #shadeRow(y: number, offsets: Int16Array): void {
    const { pixels, width } = this;
    let at = y * width * 3;
    for (const offset of offsets) {
      const end = Math.min(at + BLOCK * 3, (y + 1) * width * 3);
      for (; at < end; at += 1) pixels[at] = (pixels[at] ?? 0) + offset;
    }
  }

  #row(y: number, from: number, to: number, colour: Colour): void {
    const [red, green, blue] = colour;
    const end = Math.min(this.width, Math.round(to));
    let at = (y * this.width + Math.max(0, Math.round(from))) * 3;
    for (let x = Math.max(0, Math.round(from)); x < end; x += 1) {
      this.pixels[at] = red;
      this.pixels[at + 1] = green;
      this.pixels[at + 2] = blue;
      at += 3;
    }
  }
}

/** The offset of each block of a row, blended between the points of the line. */
function blockOffsets(line: readonly number[], width: number): Int16Array {
  const columns = line.length - 1;
  return Int16Array.from({ length: Math.ceil(width / BLOCK) }, (_, block) => {
    const along = ((block * BLOCK) / width) * columns;
    const left = line[Math.floor(along)] ?? 0;
    return left + ((line[Math.floor(along) + 1] ?? left) - left) * (along % 1);
  });
}

function crossingsAt(corners: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  corners.forEach(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
    if (y1 < y !== y2 < y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  });
  return crossings.sort((one, other) => one - other);
}
