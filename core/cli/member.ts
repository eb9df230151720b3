import type { Command } from "commander";
import { EnishiError } from "../kernel/errors.ts";
import { addMember, createLink, findMember, listMembers, updateMember } from "../members/index.ts";
import { print } from "./print.ts";
import { onWorkspace, type Session, withSession } from "./session.ts";

interface MemberOptions {
  workspace?: string;
  json?: boolean;
  name: string;
  email: string;
  role?: "admin" | "manager" | "member" | "viewer";
  left?: boolean;
}

export function register(program: Command): void {
  const member = program.command("member").description("メンバー (社内の人)");
  onWorkspace(
    member
      .command("add")
      .description("メンバーを加えます")
      .requiredOption("--name <name>", "氏名")
      .requiredOption("--email <email>", "メールアドレス")
      .option("--role <role>", "admin・manager・member・viewer", "member")
      .option("--json", "JSON で出力"),
  ).action((options: MemberOptions) => withSession(options, (session) => add(session, options)));
  onWorkspace(member.command("list").description("メンバーの一覧").option("--json", "JSON で出力")).action(
    (options: MemberOptions) => withSession(options, (session) => list(session, options)),
  );
  onWorkspace(
    member
      .command("set")
      .description("役割を変えます。退職した人は --left で席だけ残します")
      .requiredOption("--email <email>", "メールアドレス")
      .option("--role <role>", "admin・manager・member・viewer")
      .option("--left", "退職した")
      .option("--json", "JSON で出力"),
  ).action((options: MemberOptions) => withSession(options, (session) => set(session, options)));
  onWorkspace(
    member
      .command("link")
      .description("Google などの本人確認と結びつける、一度だけ使える合言葉を作ります")
      .requiredOption("--email <email>", "メールアドレス")
      .option("--json", "JSON で出力"),
  ).action((options: MemberOptions) => withSession(options, (session) => link(session, options)));
}

async function add({ house, call }: Session, options: MemberOptions): Promise<void> {
  const { name, email, role } = options;
  const added = await house.core.kernel.perform(addMember, { name, email, role }, call);
  print(options.json, added, `${name} <${email}> ${role}`);
}

async function list({ house, call }: Session, options: MemberOptions): Promise<void> {
  const { items } = await house.core.kernel.ask(listMembers, {}, call);
  for (const item of items) {
    print(options.json, item, [item.name, item.email ?? "-", item.role, item.status].join("\t"));
  }
}

async function set({ house, call }: Session, options: MemberOptions): Promise<void> {
  const memberId = await memberOf({ house, call } as Session, options.email);
  const changes = {
    ...(options.role ? { role: options.role } : {}),
    ...(options.left ? { status: "former" as const } : {}),
  };
  const updated = await house.core.kernel.perform(updateMember, { memberId, ...changes }, call);
  print(options.json, updated, `${options.email} ${Object.values(changes).join(" ")}`);
}

async function link({ house, call }: Session, options: MemberOptions): Promise<void> {
  const memberId = await memberOf({ house, call } as Session, options.email);
  const made = await house.core.kernel.perform(createLink, { memberId }, call);
  print(options.json, made, made.code);
}

async function memberOf({ house, call }: Session, email: string): Promise<string> {
  const found = await findMember(house.database, call.workspaceId, { email });
  if (!found) throw new EnishiError("member_not_found", {}, { field: "email" });
  return found.memberId;
}
