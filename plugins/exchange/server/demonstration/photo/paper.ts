import type { Random } from '../random';
import type { Canvas, Colour } from './canvas';

const TABLES = [
  [120, 104, 88],
  [88, 96, 104],
  [146, 134, 112],
  [100, 88, 84],
] as const satisfies readonly Colour[];
const SHEETS = [
  [214, 213, 208],
  [208, 203, 190],
  [202, 207, 212],
] as const satisfies readonly Colour[];
const INK: Colour = [96, 98, 104];
const SEAL: Colour = [200, 52, 48];
const SEAL_CORNERS = 14;

/** A stamped sheet on a table, with lines in place of words, different for every draw. */
export function drawPaper(canvas: Canvas, random: Random): void {
  const { width, height } = canvas;
  canvas.rectangle(0, 0, width, height, random.pick(TABLES));
  const sheet = {
    left: width * (0.02 + random.next() * 0.3),
    top: height * (0.01 + random.next() * 0.18),
    width: width * (0.46 + random.next() * 0.3),
    height: height * (0.66 + random.next() * 0.3),
    slant: (random.next() - 0.5) * width * 0.1,
  };
  canvas.polygon(
    [
      [sheet.left + sheet.slant, sheet.top],
      [sheet.left + sheet.width + sheet.slant, sheet.top],
      [sheet.left + sheet.width, sheet.top + sheet.height],
      [sheet.left, sheet.top + sheet.height],
    ],
    random.pick(SHEETS),
  );
  drawLines(canvas, random, sheet);
  drawSeal(canvas, random, sheet);
}

interface Sheet {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawLines(canvas: Canvas, random: Random, sheet: Sheet): void {
  const title = sheet.width * (0.3 + random.next() * 0.4);
  canvas.rectangle(sheet.left + (sheet.width - title) / 2, sheet.top + sheet.height * 0.08, title, 6, INK);
  const pitch = sheet.height * (0.06 + random.next() * 0.04);
  const end = sheet.top + sheet.height * (0.6 + random.next() * 0.3);
  for (let y = sheet.top + sheet.height * 0.22; y < end; y += pitch) {
    const indent = sheet.width * (0.08 + random.next() * 0.08);
    canvas.rectangle(sheet.left + indent, y, (sheet.width - 2 * indent) * (0.35 + random.next() * 0.65), 2, INK);
  }
}

function drawSeal(canvas: Canvas, random: Random, sheet: Sheet): void {
  const radius = sheet.width * (0.08 + random.next() * 0.05);
  const x = sheet.left + sheet.width * (0.45 + random.next() * 0.35);
  const y = sheet.top + sheet.height * (0.6 + random.next() * 0.22);
  const circle = (size: number) =>
    Array.from({ length: SEAL_CORNERS + 1 }, (_, corner) => {
      const angle = (corner / SEAL_CORNERS) * 2 * Math.PI;
      return [x + Math.cos(angle) * size, y + Math.sin(angle) * size] as const;
    });
  canvas.polygon([...circle(radius), ...circle(radius * 0.75).reverse()], SEAL);
}
