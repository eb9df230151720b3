/** Ids of the menu. */
export const helpIds = {
  today: "help.menu.today",
  find: "help.menu.find",
  handOver: "help.menu.hand_over",
  all: "help.menu.all",
  findView: "help.find",
} as const;
