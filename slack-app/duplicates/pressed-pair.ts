import type { DuplicatePair, PairAnswer } from "../../core/index.ts";
import { cutText } from "../blocks/index.ts";

/** What a button about a pair carries: which one, as it was seen, and how the two are called. */
export interface PressedPair {
  aId: string;
  bId: string;
  version: number;
  names: [string, string];
  /** Of the customer whose pairs are looked through; absent when it is everybody's. */
  of?: string;
  /** What was answered; of the buttons that follow an answer. */
  answer?: PairAnswer;
}

const NAME = 80;

export function pressedPairOf(pair: DuplicatePair, of: string | undefined): PressedPair {
  const { aId, bId, version, a, b } = pair;
  return { aId, bId, version, names: [cutText(a.name, NAME), cutText(b.name, NAME)], ...(of && { of }) };
}

/** A button's value back; what is not as we wrote it becomes empty text and is refused by core. */
export function readPressedPair(value: Record<string, unknown>): PressedPair {
  const [a, b] = Array.isArray(value.names) ? value.names.map(String) : [];
  return {
    aId: String(value.aId),
    bId: String(value.bId),
    version: Number(value.version),
    names: [a ?? "", b ?? ""],
    ...(typeof value.of === "string" && { of: value.of }),
    ...(typeof value.answer === "string" && { answer: value.answer as PairAnswer }),
  };
}
