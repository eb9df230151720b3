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
  /**
   * All text of one message's blocks together. Not documented; Slack has said `msg_blocks_too_long` from
   * 11,341 (rich text) and 13,297 (markdown) on: https://github.com/slackapi/bolt-js/issues/2867 and 2509.
   */
  messageCharacters: 11_000,
} as const;
