/** What a card may hold (https://developers.google.com/workspace/add-ons/concepts/cards) and what fits 300 px. */
export const limits = {
  /** More are dropped silently, with their whole section. */
  widgets: 100,
  sections: 100,
  buttonsInRow: 3,
  selectionItems: 100,
  /** Conservative: the whole answer may have 450 KB. */
  cardBytes: 200_000,
  title: 60,
  subtitle: 80,
  button: 40,
  label: 60,
  /** With its tags and entities. */
  text: 4_000,
  parameters: 20,
  parameterValue: 4_000,
} as const;
