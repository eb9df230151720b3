export const strings = {
  ja: {
    "error.already_open": "このワークスペースはすでに公開されています。",
    "workspace.quiet": "準備中",
    "workspace.open": "公開中",
  },
  en: {
    "error.already_open": "This workspace is already open.",
    "workspace.quiet": "In preparation",
    "workspace.open": "Open",
  },
};
