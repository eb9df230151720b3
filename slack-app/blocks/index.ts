export { ANSWER_ACTION, type AnswerTexts, parseAnswerAction, renderAnswer } from "./answer.ts";
export { type ConfirmTexts, confirmation, option, plainLines, plainText } from "./composition.ts";
export { type ButtonParts, button, type Choice, datepicker, overflow, timepicker } from "./elements.ts";
export { type InputParts, input, textInput } from "./inputs.ts";
export { actions, context, divider, fields, header, section } from "./layout.ts";
export { LIMITS } from "./limits.ts";
export {
  bold,
  channelMention,
  joinMarkup,
  link,
  type Markup,
  md,
  mrkdwn,
  type Phrase,
  userMention,
} from "./markup.ts";
export {
  richBold,
  richEmoji,
  richGap,
  richLink,
  richList,
  richQuote,
  richString,
  richText,
  richUser,
} from "./rich-text.ts";
export {
  checkboxes,
  externalSelect,
  radioButtons,
  staticSelect,
  suggestions,
  usersSelect,
} from "./selects.ts";
export { home, type Message, type ModalParts, message, modal } from "./surfaces.ts";
export { BLANK, cleanText, cutText } from "./text.ts";
