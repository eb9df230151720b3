/**
 * What Slack accepts, in UTF-16 units or in number of parts.
 * https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/views
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  viewTitle: 24,
  header: 150,
  sectionText: 3000,
  sectionFields: 10,
  fieldText: 2000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  selectOptions: 100,
  choiceOptions: 10,
  overflowOptions: 5,
  optionText: 75,
  placeholder: 150,
  inputLabel: 2000,
  inputHint: 2000,
  inputValue: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  messageText: 4000,
  /** Not documented: all blocks of one message together, beyond which Slack says `msg_blocks_too_long`. */
  messageCharacters: 13_200,
} as const;
