import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../playground/gmail-pane/answer.ts";
import { ownPath } from "../../../playground/gmail-pane/call.ts";

const card = { name: "profile", sections: [] };

describe("what the add-on answers", () => {
  it("opens the card of a trigger", () => {
    const answer = { action: { navigations: [{ pushCard: card }] } };

    expect(readAnswer(answer)).toEqual({ steps: [{ do: "push", card }], notification: null, openUrl: null });
  });

  it("follows a pressed button: another card, a notification, a link", () => {
    const answer = {
      renderActions: {
        action: {
          navigations: [{ popToRoot: true }, { updateCard: card }],
          notification: { text: "記録しました" },
          link: { url: "https://example.jp/" },
        },
      },
      stateChanged: true,
    };

    expect(readAnswer(answer)).toEqual({
      steps: [{ do: "root" }, { do: "update", card }],
      notification: "記録しました",
      openUrl: "https://example.jp/",
    });
  });

  it.each([[null], ["text"], [{}], [{ error: "x" }], [[]]])("is no answer at all when it is %j", (answer) => {
    expect(readAnswer(answer)).toBeNull();
  });
});

describe("the address that a card's button names", () => {
  const origins = ["http://127.0.0.1:3000", "https://practice.example.jp"];

  it("is called when it is the add-on's own, under whichever of our names", () => {
    expect(ownPath("http://127.0.0.1:3000/addon/action", origins)).toBe("/addon/action");
    expect(ownPath("https://practice.example.jp/addon/action", origins)).toBe("/addon/action");
  });

  it.each([
    "https://evil.example.com/addon/action",
    "http://127.0.0.1:3000/playground/reset",
    "/addon/action",
    "javascript:alert(1)",
    "",
  ])("is never called when it is %j", (address) => {
    expect(ownPath(address, origins)).toBeNull();
  });
});
