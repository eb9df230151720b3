/** Ids around 次の予定. */
export const nextActionIds = {
  done: /^next_actions\.list\.done\.\d+$/,
  doneAt: (index: number) => `next_actions.list.done.${index}`,
  snooze: /^next_actions\.list\.snooze\.\d+$/,
  snoozeAt: (index: number) => `next_actions.list.snooze.${index}`,
  /** On the message that tells somebody of a next action that a colleague noted for them. */
  noticeDone: "next_actions.notice.done",
  noticeContacted: "next_actions.notice.contacted",
  addView: "next_actions.add",
  addCustomer: "customer",
} as const;
