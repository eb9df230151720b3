// What a list could not decide by itself: two customers side by side, why they may be the same, and four answers.

import { element } from "./dom.js";
import { t } from "./texts.js";

const ANSWERS = ["same", "site", "different", "unsure"];

/** @param {{ pairs: any[], groups: { reasonKey: string, count: number }[], total: number }} review */
export function drawReview({ pairs, groups, total }) {
  return element("section", { class: "review", "aria-labelledby": "review-title" }, [
    element("h3", { id: "review-title", text: t("review_title", { count: total.toLocaleString() }) }),
    element("p", { class: "review-lead", text: t("review_lead") }),
    ...pairs.map((pair) =>
      card(pair, (groups.find((one) => one.reasonKey === pair.reasonKey)?.count ?? 1) - 1),
    ),
  ]);
}

/**
 * @param {any} pair
 * @param {number} rest how many others have the same reasons
 */
function card(pair, rest) {
  const all = element("input", { type: "checkbox", "data-rest": true });
  return element("article", { class: "pair", "data-a": pair.aId, "data-b": pair.bId }, [
    element("p", { class: "pair-why", text: pair.reasons }),
    element(
      "div",
      { class: "pair-sides" },
      pair.sides.map((/** @type {any} */ side) =>
        element("div", { class: "pair-side" }, [
          element("b", { text: side.name }),
          ...side.lines.map((/** @type {string} */ line) => element("small", { text: line })),
        ]),
      ),
    ),
    element("div", { class: "pair-answers" }, [
      ...ANSWERS.map((answer) =>
        element("button", {
          type: "button",
          class: `sb-button${answer === "same" ? " sb-primary" : ""}`,
          "data-answer": answer,
          text: t(`review_${answer}`),
        }),
      ),
      ...(rest > 0
        ? [
            element("label", { class: "pair-rest" }, [
              all,
              t("review_rest", { count: rest.toLocaleString() }),
            ]),
          ]
        : []),
    ]),
  ]);
}

/**
 * What a press on one of the answers says; null for a press elsewhere.
 * @param {HTMLElement} target
 */
export function answerOf(target) {
  const button = /** @type {HTMLButtonElement | null} */ (target.closest("button[data-answer]"));
  const pair = /** @type {HTMLElement | null} */ (target.closest(".pair"));
  if (!button || !pair) return null;
  const rest = /** @type {HTMLInputElement | null} */ (pair.querySelector("input[data-rest]"));
  return {
    aId: String(pair.dataset.a),
    bId: String(pair.dataset.b),
    answer: String(button.dataset.answer),
    alsoSameReason: rest?.checked === true,
  };
}
