/** Texts of the kernel, the API and the command line: the source language. Nouns and plugins bring their own. */
export const ja = {
  "error.invalid_input": "入力を確認してください。{field}: {reason}",
  "error.not_a_member":
    "このワークスペースのメンバーとして登録されていません。管理者に招待を頼んでください。",
  "error.forbidden":
    "この操作をする権限がありません。管理者に頼むか、権限のある人に代わってもらってください。",
  "error.unknown_workspace": "そのワークスペースはありません。",
  "error.unknown_operation": "その操作はありません。",
  "error.idempotency_key_reused": "同じキーで別の内容が送られました。新しいキーで送り直してください。",
  "error.stale_copy": "開いている間にほかの人が変更しました。開き直してから、もう一度直してください。",
  "error.database_unavailable": "データベースに接続できません。少し待ってからもう一度試してください。",
  "error.disk_full":
    "ディスクの空きがありません。空きを作ってから、もう一度試してください。記録済みのデータは無事です。",
  "error.try_again": "ほかの変更と重なりました。もう一度試してください。",
  "error.data_folder_in_use":
    "データフォルダ {folder} は、ほかの Enishi (プロセス {pid}、{host}) が使っています。そちらを止めるか、ENISHI_DATA_DIR で別のフォルダを指定してください。",
  "error.embedded_database_broken":
    "データフォルダ {folder} のデータベースを開けません ({reason})。バックアップがあれば npx enishi restore で戻せます。",
  "error.database_not_ready":
    "データベースに接続できません ({reason})。DATABASE_URL と、PostgreSQL が動いているかを確認してください。",
  "error.data_folder_unusable":
    "データフォルダ {folder} を使えません ({reason})。書き込めるフォルダを ENISHI_DATA_DIR で指定してください。",
  "error.file_not_written": "{path} に書き込めませんでした。場所と空き容量を確かめてください。",
  "error.host_unavailable":
    "HOST の {host} は、このコンピューターの住所ではありません。HOST=127.0.0.1 か、このコンピューターの住所で起動してください。",
  "error.port_in_use":
    "ポート {port} はほかのプログラムが使っています。そちらを止めるか、PORT=別の番号 で起動してください。",
  "error.settings_invalid": "設定に誤りがあります。すべて直してから起動してください。\n{faults}",
  "error.unauthorized": "認証できませんでした。トークンを確認してください。",
  "error.not_found": "見つかりません。",
  "error.rate_limited": "短い間に呼び出しが多すぎます。{seconds} 秒待ってからもう一度試してください。",
  "error.payload_too_large": "送られたデータが大きすぎます (上限 {limit})。",
  "error.invalid_text": "使えない文字 (NUL など) が入っています。その文字を消して、もう一度お試しください。",
  "error.malformed_json": "JSON として読めません。",
  "error.unexpected": "申し訳ありません。処理できませんでした。管理者にこの番号を伝えてください: {requestId}",
  "error.not_interactive": "この操作には {option} が必要です。",
  "error.seed_not_practice":
    "Slack か Google の設定があるので、練習用のデータは入れません。設定のない場所で実行してください。",
  "error.workspace_ambiguous": "ワークスペースが {count} 個あります。--workspace で選んでください: {slugs}",

  "cli.commander.unknownCommand":
    "{named} というコマンドはありません。使えるコマンドは npx enishi --help で見られます。",
  "cli.commander.unknownOption": "{named} という指定はありません。--help を付けると使い方が見られます。",
  "cli.commander.missingArgument": "{named} を指定してください。--help を付けると使い方が見られます。",
  "cli.commander.missingMandatoryOptionValue":
    "{named} を指定してください。--help を付けると使い方が見られます。",
  "cli.commander.optionMissingArgument":
    "{named} の値を指定してください。--help を付けると使い方が見られます。",
  "cli.commander.help": "コマンドを指定してください。使えるコマンドは npx enishi --help で見られます。",
  "cli.commander.other": "指定のしかたが違います。--help を付けると使い方が見られます。",

  "settings.required": "{name} が設定されていません。",
  "settings.wrong": "{name}: {reason}",
  "settings.port": "0 から 65535 までの整数で指定してください (今の値: {value})",
  "settings.url": "URL で指定してください (今の値: {value})",
  "settings.secret_key": "64 文字の 16 進数で指定してください",
  "settings.postgres_url": "postgresql:// で始まる接続先を指定してください",
  "settings.log_level": "debug・info・warn・error のどれかで指定してください (今の値: {value})",

  "start.ready":
    "縁 Enishi: {url}/playground を開いてください。① Sheets で「見本の台帳を開く」 ② Slack で /crm たなか ③ Gmail でメールを開く (止めるときは Ctrl-C)",
  "start.ready_real": "縁 Enishi: {url} で動いています。",
  "start.embedded":
    "データベース: 組み込み ({folder})。試すためのものです。会社の本番データは PostgreSQL (DATABASE_URL) に置いてください。",
  "start.postgres": "データベース: PostgreSQL",
  "start.missing": "本番のワークスペースに必要なもの: {names}",
  "start.recovering":
    "前回きちんと終了しなかったため、データベースを修復しています。しばらくお待ちください。",
  "start.synced_folder":
    "注意: データフォルダ {folder} は同期フォルダまたはネットワークフォルダ ({kind}) の中にあるようです。壊れるおそれがあるので、ENISHI_DATA_DIR で手元のディスクを指定してください。",
  "start.stopping": "終了しています…",
  "start.stopped": "データベースを閉じて終了しました。",

  "doctor.node.ok": "Node.js {version}",
  "doctor.node.fail": "Node.js {version} では動きません。{least} 以上を入れてください。",
  "doctor.settings": "設定: 誤りはありません。",
  "doctor.practice": "設定: 誤りはありません。Slack も Google も設定がないので、練習用として動きます。",
  "doctor.folder": "データフォルダ: {folder}",
  "doctor.space.ok": "ディスクの空き: {free} GB",
  "doctor.space.warn": "ディスクの空きが {free} GB しかありません。足りなくなると記録できなくなります。",
  "doctor.database.none": "データベース: まだありません。npm start か取り込みのときに作られます。",
  "doctor.database.embedded.ok": "データベース: 組み込み (PostgreSQL {version})。試すためのものです。",
  "doctor.database.embedded.warn":
    "データベース: 組み込み (PostgreSQL {version})。会社の本番データは PostgreSQL (DATABASE_URL) に置いてください。npx enishi backup と restore で引っ越せます。",
  "doctor.database.ok": "データベース: PostgreSQL {version}",
  "doctor.database.warn":
    "データベース: PostgreSQL {version}。fsync か synchronous_commit が off なので、停電で直前の記録が失われることがあります。",
  "doctor.database.old": "データベース: PostgreSQL {version} では動きません。15 以上にしてください。",
  "doctor.messages.ok": "お知らせ: たまっているものはありません。",
  "doctor.messages.warn":
    "お知らせ: 送れなかったもの {failed} 件、1 時間以上待っているもの {late} 件。サーバーが動いているか、Slack の設定が正しいかを確かめてください (理由は outbox_message にあります)。",
  "doctor.imports.ok": "取り込み: 途中のものはありません。",
  "doctor.imports.warn":
    "取り込み: 途中のものが {count} 件あります。サーバーが動いていれば続きます。そうでなければ、同じファイルをもう一度取り込むと続きから行います。",

  "seed.done": "「{name}」に練習用の会社がそろっています (メンバー {members} 人)。npm start で試せます。",

  "practice.workspace": "練習用ワークスペース",
  "practice.banner": "練習用。外には何も送りません",
} as const;

export type CoreKey = keyof typeof ja;
