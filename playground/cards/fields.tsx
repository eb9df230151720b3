import type { ReactNode } from "react";
import type { DateTimePicker, SelectionInput, TextInput } from "./types.ts";

export function TextField({ field }: { field: TextInput }): ReactNode {
  const shared = {
    name: field.name,
    defaultValue: field.value,
    placeholder: field.placeholderText,
    autoComplete: "off",
  };
  const hint = field.hintText && <span className="gc-hint">{field.hintText}</span>;
  if (field.type === "MULTIPLE_LINE") {
    return (
      <label className="gc-field">
        <span className="gc-label">{field.label}</span>
        <textarea rows={3} {...shared} />
        {hint}
      </label>
    );
  }
  return (
    <label className="gc-field">
      <span className="gc-label">{field.label}</span>
      <input type="text" {...shared} />
      {hint}
    </label>
  );
}

export function SelectionField({ field }: { field: SelectionInput }): ReactNode {
  const items = field.items ?? [];
  if (field.type === "DROPDOWN") {
    return (
      <label className="gc-field">
        <span className="gc-label">{field.label}</span>
        <select name={field.name} defaultValue={items.find((item) => item.selected)?.value}>
          {items.map((item) => (
            <option key={item.value} value={item.value}>
              {item.text}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const type = field.type === "RADIO_BUTTON" ? "radio" : "checkbox";
  return (
    <fieldset className="gc-choices">
      {field.label && <legend className="gc-label">{field.label}</legend>}
      {items.map((item) => (
        <label key={item.value} className={field.type === "SWITCH" ? "gc-choice gc-switch" : "gc-choice"}>
          <input type={type} name={field.name} value={item.value} defaultChecked={item.selected} />
          <span>{item.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function DateField({ field }: { field: DateTimePicker }): ReactNode {
  const type = { DATE_ONLY: "date", TIME_ONLY: "time" }[field.type ?? ""] ?? "datetime-local";
  const given = field.valueMsEpoch === undefined ? null : new Date(Number(field.valueMsEpoch)).toISOString();
  const value =
    type === "date" ? given?.slice(0, 10) : type === "time" ? given?.slice(11, 16) : given?.slice(0, 16);
  return (
    <label className="gc-field">
      <span className="gc-label">{field.label}</span>
      <input type={type} name={field.name} defaultValue={value} />
    </label>
  );
}
