import { foldText } from "../../japanese/index.ts";

/** The line as `foldText` makes it, with the way back: `from[i]`/`to[i]` bound the typed character behind folded unit i. */
export interface FoldedLine {
  folded: string;
  from: number[];
  to: number[];
}

/** Folds character by character, so that a match in the folded text can be found in the typed one. */
export function foldLine(line: string): FoldedLine {
  let folded = "";
  const from: number[] = [];
  const to: number[] = [];
  let previous = "";
  let index = 0;
  for (const char of line) {
    const piece = /[々ゝヽ]/.test(char) ? previous : foldText(char);
    for (let i = 0; i < piece.length; i++) {
      from.push(index);
      to.push(index + char.length);
    }
    folded += piece;
    if (piece !== "") previous = piece;
    index += char.length;
  }
  return { folded, from, to };
}
