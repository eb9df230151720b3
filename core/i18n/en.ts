import type { CoreKey } from "./ja.ts";

export const en: Record<CoreKey, string> = {
  "error.invalid_input": "Please check your input. {field}: {reason}",
  "error.not_a_member": "You are not a member of this workspace. Ask an administrator to invite you.",
  "error.forbidden": "You may not do this. Ask an administrator, or somebody who may.",
  "error.unknown_workspace": "There is no such workspace.",
  "error.unknown_operation": "There is no such operation.",
  "error.idempotency_key_reused": "The same key came with another body. Send it again with a new key.",
  "error.stale_copy": "Somebody changed this while you had it open. Open it again, then make your change.",
  "error.database_unavailable": "The database cannot be reached. Wait a moment and try again.",
  "error.disk_full": "The disk is full. Make room and try again. What was recorded is safe.",
  "error.try_again": "This collided with another change. Please try again.",
  "error.data_folder_in_use":
    "The data folder {folder} is used by another Enishi (process {pid} on {host}). Stop that one, or name another folder with ENISHI_DATA_DIR.",
  "error.embedded_database_broken":
    "The database in the data folder {folder} cannot be opened ({reason}). With a backup, npx enishi restore brings it back.",
  "error.database_not_ready":
    "The database cannot be reached ({reason}). Check DATABASE_URL and that PostgreSQL is running.",
  "error.data_folder_unusable":
    "The data folder {folder} cannot be used ({reason}). Name a folder that can be written to with ENISHI_DATA_DIR.",
  "error.file_not_written": "{path} could not be written. Check the place and the free space.",
  "error.host_unavailable":
    "HOST {host} is not an address of this machine. Start with HOST=127.0.0.1 or an address of this machine.",
  "error.port_in_use":
    "Port {port} is used by another program. Stop that one, or start with PORT=another number.",
  "error.settings_invalid": "Some settings are wrong. Mend all of them, then start again.\n{faults}",
  "error.unauthorized": "You could not be authenticated. Check your token.",
  "error.not_found": "Not found.",
  "error.rate_limited": "Too many calls in a short time. Wait {seconds} seconds and try again.",
  "error.payload_too_large": "What was sent is too large (the limit is {limit}).",
  "error.invalid_text":
    "The text holds a character that cannot be kept (NUL, for one). Remove it and try again.",
  "error.malformed_json": "This cannot be read as JSON.",
  "error.unexpected": "Sorry, this did not work. Tell your administrator this number: {requestId}",
  "error.not_interactive": "This needs {option}.",
  "error.seed_not_practice":
    "Slack or Google is configured here, so no practice data is put in. Run it where neither is.",
  "error.workspace_ambiguous": "There are {count} workspaces. Choose one with --workspace: {slugs}",

  "cli.commander.unknownCommand": "There is no command {named}. See npx enishi --help.",
  "cli.commander.unknownOption": "There is no option {named}. Add --help to see how it is used.",
  "cli.commander.missingArgument": "{named} is missing. Add --help to see how it is used.",
  "cli.commander.missingMandatoryOptionValue": "{named} is missing. Add --help to see how it is used.",
  "cli.commander.optionMissingArgument": "{named} needs a value. Add --help to see how it is used.",
  "cli.commander.help": "Name a command. See npx enishi --help.",
  "cli.commander.other": "This call cannot be understood. Add --help to see how it is used.",

  "settings.required": "{name} is not set.",
  "settings.wrong": "{name}: {reason}",
  "settings.port": "must be an integer from 0 to 65535 (it is: {value})",
  "settings.url": "must be a URL (it is: {value})",
  "settings.secret_key": "must be 64 hexadecimal characters",
  "settings.postgres_url": "must be an address that begins with postgresql://",
  "settings.log_level": "must be debug, info, warn or error (it is: {value})",

  "start.ready":
    "Enishi: open {url}/playground. 1) In Sheets, open the sample ledger 2) In Slack, type /crm たなか 3) In Gmail, open a mail (Ctrl-C stops)",
  "start.ready_real": "Enishi is running at {url}.",
  "start.embedded":
    "Database: embedded ({folder}). It is for trying; a team's real data belongs on PostgreSQL (DATABASE_URL).",
  "start.postgres": "Database: PostgreSQL",
  "start.missing": "Missing for a real workspace: {names}",
  "start.recovering": "The last run did not end cleanly. The database is being recovered; please wait.",
  "start.synced_folder":
    "Warning: the data folder {folder} seems to lie in a synced or network folder ({kind}), which may damage it. Name a local disk with ENISHI_DATA_DIR.",
  "start.stopping": "Stopping…",
  "start.stopped": "The database is closed. Goodbye.",

  "doctor.node.ok": "Node.js {version}",
  "doctor.node.fail": "Node.js {version} is too old. Install {least} or newer.",
  "doctor.settings": "Settings: nothing is wrong.",
  "doctor.practice":
    "Settings: nothing is wrong. Neither Slack nor Google is configured, so this is for practice.",
  "doctor.folder": "Data folder: {folder}",
  "doctor.space.ok": "Free disk space: {free} GB",
  "doctor.space.warn": "Only {free} GB of disk space are free. Nothing can be recorded once it is used up.",
  "doctor.database.none": "Database: none yet. npm start or an import makes it.",
  "doctor.database.embedded.ok": "Database: embedded (PostgreSQL {version}), for trying.",
  "doctor.database.embedded.warn":
    "Database: embedded (PostgreSQL {version}). Keep a company's data in PostgreSQL (DATABASE_URL); npx enishi backup and restore move it there.",
  "doctor.database.ok": "Database: PostgreSQL {version}",
  "doctor.database.warn":
    "Database: PostgreSQL {version}. fsync or synchronous_commit is off: a power cut may lose the last records.",
  "doctor.database.old": "Database: PostgreSQL {version} is too old. Use 15 or newer.",
  "doctor.messages.ok": "Messages: none is left behind.",
  "doctor.messages.warn":
    "Messages: {failed} could not be sent, {late} have waited for more than an hour. See that the server runs and that Slack's settings are right (the reasons are in outbox_message).",
  "doctor.imports.ok": "Imports: none is under way.",
  "doctor.imports.warn":
    "Imports: {count} under way. A running server goes on with them; otherwise import the same file once more, and it goes on where it was.",

  "seed.done": "{name}: the practice company is there ({members} members). Try it with npm start.",

  "practice.workspace": "Practice workspace",
  "practice.banner": "For practice. Nothing is sent anywhere",
};
