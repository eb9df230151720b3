import type { ReactNode } from "react";
import { each } from "./each.ts";
import { DateField, SelectionField, TextField } from "./fields.tsx";
import { drawHtml } from "./html.tsx";
import { CardIcon } from "./icons.tsx";
import { actionAttributes, CardButton, linkOf } from "./pressable.tsx";
import type { Button, DecoratedText, Widget } from "./types.ts";

/** One widget. One that is not known here says so, instead of vanishing. */
export function CardWidget({ widget }: { widget: Widget }): ReactNode {
  if (widget.textParagraph) return <p className="gc-text">{drawHtml(widget.textParagraph.text ?? "")}</p>;
  if (widget.decoratedText) return <Decorated line={widget.decoratedText} />;
  if (widget.buttonList) {
    return <div className="gc-buttons">{each(widget.buttonList.buttons, drawButton)}</div>;
  }
  if (widget.textInput) return <TextField field={widget.textInput} />;
  if (widget.selectionInput) return <SelectionField field={widget.selectionInput} />;
  if (widget.dateTimePicker) return <DateField field={widget.dateTimePicker} />;
  if (widget.divider) return <hr className="gc-divider" />;
  // No picture is fetched from outside: its place says what it shows.
  if (widget.image) return <p className="gc-text gc-muted">{widget.image.altText}</p>;
  if (widget.columns) {
    return <div className="gc-columns">{each(widget.columns.columnItems?.slice(0, 2), drawColumn)}</div>;
  }
  if (widget.grid) {
    return (
      <div
        className="gc-grid"
        style={{ gridTemplateColumns: `repeat(${widget.grid.columnCount ?? 1}, 1fr)` }}
      >
        {each(widget.grid.items, drawGridItem)}
      </div>
    );
  }
  return <p className="gc-text gc-warn">{`? ${Object.keys(widget).join(", ")}`}</p>;
}

/** Widgets one below another. */
export function drawWidgets(widgets: readonly Widget[] | undefined): ReactNode {
  return each(widgets, drawWidget);
}

function drawWidget(widget: Widget): ReactNode {
  return <CardWidget widget={widget} />;
}

function drawButton(button: Button): ReactNode {
  return <CardButton button={button} />;
}

function drawColumn(column: { widgets?: Widget[] }): ReactNode {
  return <div>{drawWidgets(column.widgets)}</div>;
}

function drawGridItem(item: { title?: string; subtitle?: string }): ReactNode {
  return (
    <div>
      <b>{item.title}</b>
      <span className="gc-muted">{item.subtitle}</span>
    </div>
  );
}

function Decorated({ line }: { line: DecoratedText }): ReactNode {
  const body = (
    <>
      <span className="gc-line-icon">
        <CardIcon icon={line.startIcon} />
      </span>
      <span className="gc-line-body">
        {line.topLabel && <span className="gc-label">{line.topLabel}</span>}
        <span className="gc-line-text">{drawHtml(line.text ?? "")}</span>
        {line.bottomLabel && <span className="gc-label">{line.bottomLabel}</span>}
      </span>
    </>
  );
  const className = line.startIcon ? "gc-line" : "gc-line gc-line-plain";
  const link = linkOf(line.onClick);
  return (
    <div className="gc-row">
      {link ? (
        <a className={className} href={link} target="_blank" rel="noreferrer">
          {body}
        </a>
      ) : line.onClick?.action ? (
        <button type="button" className={`${className} gc-pressable`} {...actionAttributes(line.onClick)}>
          {body}
        </button>
      ) : (
        <div className={className}>{body}</div>
      )}
      {line.button && <CardButton button={line.button} />}
      {line.switchControl && (
        <input
          type="checkbox"
          className="gc-switch-input"
          name={line.switchControl.name}
          value={line.switchControl.value}
          defaultChecked={line.switchControl.selected}
          aria-label={line.topLabel ?? line.text}
        />
      )}
      {line.endIcon && <CardIcon icon={line.endIcon} />}
    </div>
  );
}
