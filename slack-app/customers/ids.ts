/** Ids of what can be pressed around a customer: `noun.screen.element`. */
export const customerIds = {
  /** On a hit of the search: shows the profile. `customers.search.open.<n>` */
  open: /^customers\.search\.open\.\d+$/,
  openAt: (index: number) => `customers.search.open.${index}`,
  more: "customers.search.more",
  log: "customers.profile.log",
  plan: "customers.profile.plan",
  handOver: "customers.profile.hand_over",
  history: "customers.profile.history",
  /** In the modal with the whole history. */
  olderHistory: "customers.history.older",
  historyView: "customers.history",
  /** Choices of customers while somebody types. */
  pick: "customers.form.pick",
} as const;
