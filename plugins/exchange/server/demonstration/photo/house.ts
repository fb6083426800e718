import type { Random } from '../random';
import type { Canvas, Colour } from './canvas';

const SKIES = [
  [170, 200, 226],
  [196, 208, 214],
  [150, 188, 220],
  [214, 214, 206],
] as const satisfies readonly Colour[];
const HILLS = [
  [92, 128, 88],
  [110, 140, 96],
  [78, 112, 92],
  [122, 136, 100],
] as const satisfies readonly Colour[];
const WALLS = [
  [232, 226, 210],
  [206, 184, 150],
  [186, 150, 122],
  [220, 220, 222],
  [198, 172, 128],
] as const satisfies readonly Colour[];
const ROOFS = [
  [92, 72, 66],
  [66, 70, 78],
  [140, 74, 58],
  [108, 108, 112],
] as const satisfies readonly Colour[];
const GROUNDS = [
  [164, 150, 124],
  [150, 156, 128],
  [178, 170, 154],
] as const satisfies readonly Colour[];
const OPENING: Colour = [74, 66, 62];
const GLASS: Colour = [128, 156, 170];

/** The front of a house before hills, different for every draw. */
export function drawHouse(canvas: Canvas, random: Random): void {
  const { width, height } = canvas;
  const horizon = height * (0.42 + random.next() * 0.2);
  canvas.rectangle(0, 0, width, height, random.pick(SKIES));
  drawHills(canvas, random, horizon);
  canvas.rectangle(0, horizon, width, height - horizon, random.pick(GROUNDS));
  const house = {
    width: width * (0.42 + random.next() * 0.3),
    height: height * (0.26 + random.next() * 0.2),
    left: 0,
    top: 0,
  };
  house.left = (width - house.width) * (0.15 + random.next() * 0.7);
  house.top = horizon + height * (0.02 + random.next() * 0.16) - house.height * 0.7;
  canvas.rectangle(house.left, house.top, house.width, house.height, random.pick(WALLS));
  drawRoof(canvas, random, house);
  drawOpenings(canvas, random, house);
}

interface House {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawHills(canvas: Canvas, random: Random, horizon: number): void {
  const colour = random.pick(HILLS);
  for (let hill = random.integer(2, 4); hill > 0; hill -= 1) {
    const middle = random.next() * canvas.width;
    const half = canvas.width * (0.15 + random.next() * 0.3);
    const top = horizon - canvas.height * (0.08 + random.next() * 0.26);
    canvas.polygon(
      [
        [middle - half, horizon],
        [middle - half * 0.3, top],
        [middle + half * 0.4, top + random.integer(0, 14)],
        [middle + half, horizon],
      ],
      colour,
    );
  }
}

function drawRoof(canvas: Canvas, random: Random, house: House): void {
  const eave = house.width * 0.06;
  const rise = house.height * (0.18 + random.next() * 0.4);
  const ridge = house.width * random.next() * 0.3;
  canvas.polygon(
    [
      [house.left - eave, house.top],
      [house.left + ridge, house.top - rise],
      [house.left + house.width - ridge, house.top - rise],
      [house.left + house.width + eave, house.top],
    ],
    random.pick(ROOFS),
  );
}

function drawOpenings(canvas: Canvas, random: Random, house: House): void {
  const columns = random.integer(3, 5);
  const door = random.integer(0, columns - 1);
  const pitch = house.width / columns;
  for (let column = 0; column < columns; column += 1) {
    const left = house.left + pitch * (column + 0.28);
    if (column === door) {
      canvas.rectangle(left, house.top + house.height * 0.38, pitch * 0.46, house.height * 0.62, OPENING);
    } else {
      canvas.rectangle(left, house.top + house.height * 0.3, pitch * 0.44, house.height * 0.3, GLASS);
    }
  }
}
