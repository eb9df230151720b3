import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { each } from "./each.ts";
import { drawHtml } from "./html.tsx";
import { CardButton } from "./pressable.tsx";
import type { Card, Section } from "./types.ts";
import { drawWidgets } from "./widgets.tsx";

/**
 * Draws a card of Google's Card v1 JSON as Gmail's side panel does, at 300 px, as HTML without a script. What can be
 * pressed carries its action as JSON in `data-action`; fields carry their names. Nothing is fetched from outside.
 */
export function renderCard(card: unknown): string {
  return renderToStaticMarkup(<CardView card={(card ?? {}) as Card} />);
}

function CardView({ card }: { card: Card }): ReactNode {
  const { header, sections = [], fixedFooter } = card;
  return (
    <article className="gc-card" data-card={card.name}>
      {header && (
        <header className="gc-header">
          <h3>{header.title}</h3>
          {header.subtitle && <p>{header.subtitle}</p>}
        </header>
      )}
      {each(sections, drawSection)}
      {fixedFooter && (
        <footer className="gc-footer">
          {fixedFooter.secondaryButton && <CardButton button={fixedFooter.secondaryButton} />}
          {fixedFooter.primaryButton && <CardButton button={fixedFooter.primaryButton} />}
        </footer>
      )}
    </article>
  );
}

function drawSection(section: Section): ReactNode {
  return <SectionView section={section} />;
}

/** A section that folds shows its first widgets, the rest behind an arrow. */
function SectionView({ section }: { section: Section }): ReactNode {
  const widgets = section.widgets ?? [];
  const shown = section.collapsible ? (section.uncollapsibleWidgetsCount ?? 0) : widgets.length;
  const title = section.header ? <span className="gc-section-title">{drawHtml(section.header)}</span> : null;
  const folded = widgets.length - shown;
  if (folded <= 0) {
    return (
      <section className="gc-section">
        {title}
        {drawWidgets(widgets)}
      </section>
    );
  }
  return (
    <section className="gc-section">
      {shown > 0 && title}
      {drawWidgets(widgets.slice(0, shown))}
      <details className="gc-fold">
        <summary>
          {shown > 0 ? null : title}
          <span className="gc-fold-count">{`+${folded}`}</span>
        </summary>
        {drawWidgets(widgets.slice(shown))}
      </details>
    </section>
  );
}
