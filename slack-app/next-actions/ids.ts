/** Ids around 次の予定. */
export const nextActionIds = {
  done: /^next_actions\.list\.done\.\d+$/,
  doneAt: (index: number) => `next_actions.list.done.${index}`,
  snooze: /^next_actions\.list\.snooze\.\d+$/,
  snoozeAt: (index: number) => `next_actions.list.snooze.${index}`,
  addView: "next_actions.add",
  addCustomer: "customer",
} as const;
