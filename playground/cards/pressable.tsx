import type { ReactNode } from "react";
import type { Button, OnClick } from "./types.ts";

/** What the page needs to send a press: the action as it stands in the card. */
export function actionAttributes(onClick: OnClick | undefined): { "data-action"?: string } {
  return onClick?.action ? { "data-action": JSON.stringify(onClick.action) } : {};
}

/** A link of a card; other schemes than http(s) are no links. */
export function linkOf(onClick: OnClick | undefined): string | null {
  const url = onClick?.openLink?.url;
  return url && /^https?:\/\//.test(url) ? url : null;
}

export function CardButton({ button }: { button: Button }): ReactNode {
  const className = `gc-button gc-${(button.type ?? "OUTLINED").toLowerCase().replaceAll("_", "-")}`;
  const link = linkOf(button.onClick);
  if (link) {
    return (
      <a className={className} href={link} target="_blank" rel="noreferrer" aria-label={button.altText}>
        {button.text}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={className}
      disabled={button.disabled}
      aria-label={button.altText}
      {...actionAttributes(button.onClick)}
    >
      {button.text}
    </button>
  );
}
