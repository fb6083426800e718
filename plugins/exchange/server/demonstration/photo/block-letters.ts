import type { Canvas, Colour } from './canvas';

/** Letters of 5 × 7 dots, a row a number, so that no font is needed on the machine. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
};
const DOTS_ACROSS = 5;

/** Writes block letters with their upper left corner at the given place; `dot` is the size of a dot in pixels. */
export function writeBlockLetters(
  canvas: Canvas,
  text: string,
  place: { readonly left: number; readonly top: number; readonly dot: number },
  colour: Colour,
): void {
  [...text].forEach((letter, index) => {
    const left = place.left + index * (DOTS_ACROSS + 1) * place.dot;
    (LETTERS[letter] ?? []).forEach((bits, row) => {
      for (let column = 0; column < DOTS_ACROSS; column += 1) {
        if ((bits >> (DOTS_ACROSS - 1 - column)) & 1) {
          canvas.rectangle(left + column * place.dot, place.top + row * place.dot, place.dot, place.dot, colour);
        }
      }
    });
  });
}
