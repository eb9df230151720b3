export const strings = {
  ja: {
    "error.already_open": "このワークスペースはすでに公開されています。",
    "error.slack_team_bound":
      "このワークスペースは別の Slack とつながっているか、その Slack は別のワークスペースとつながっています。",
    "workspace.quiet": "準備中",
    "workspace.open": "公開中",
  },
  en: {
    "error.already_open": "This workspace is already open.",
    "error.slack_team_bound":
      "This workspace belongs to another Slack team, or that team has another workspace.",
    "workspace.quiet": "In preparation",
    "workspace.open": "Open",
  },
};
