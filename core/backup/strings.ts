/** Texts of backup and restore. */
export const strings = {
  ja: {
    "error.backup_unreadable":
      "このファイルは Enishi のバックアップとして読めません。npx enishi backup で作ったファイルを指定してください。",
    "error.backup_incomplete":
      "このバックアップは途中で切れています。何も戻していません。別のバックアップを指定してください。",
    "error.backup_newer":
      "このバックアップは、より新しい Enishi で作られています。何も戻していません。Enishi を新しくしてから、もう一度お試しください。",
    "error.restore_target_in_use":
      "ワークスペース「{name}」にはすでに {customers} 件の顧客があるため、何も戻していません。空のデータベースか空のデータフォルダーに戻してください。",
    "error.backup_not_found": "{path} が見つからないか、読めません。",
    "backup.cli.working": "バックアップしています",
    "backup.cli.taken":
      "バックアップしました: {path} ({rows} 行)。顧客の情報が入っています。人目につかない場所に置いてください。",
    "backup.cli.restoring": "戻しています",
    "backup.cli.restored":
      "「{name}」を戻しました: 顧客 {customers} 件、全部で {rows} 行 ({takenAt} 時点)。Slack などの接続には、同じ ENISHI_SECRET_KEY が必要です。",
  },
  en: {
    "error.backup_unreadable":
      "This file cannot be read as a backup of Enishi. Name a file that npx enishi backup has written.",
    "error.backup_incomplete": "This backup is cut off. Nothing was restored. Name another one.",
    "error.backup_newer":
      "This backup was written by a newer Enishi. Nothing was restored. Bring Enishi up to date and try again.",
    "error.restore_target_in_use":
      "The workspace “{name}” has {customers} customers already, so nothing was restored. Restore into an empty database or an empty data folder.",
    "error.backup_not_found": "{path} is not there or cannot be read.",
    "backup.cli.working": "Backing up",
    "backup.cli.taken":
      "Backed up: {path} ({rows} rows). It holds customers' data: keep it where only the right people reach it.",
    "backup.cli.restoring": "Restoring",
    "backup.cli.restored":
      "“{name}” is back: {customers} customers, {rows} rows in all (as of {takenAt}). Connections such as Slack need the same ENISHI_SECRET_KEY.",
  },
};
