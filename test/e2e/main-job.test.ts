import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

/** Each step goes on where the one before it ended, as the person does whose story this is. */
describe("the main job, in a real browser on a real server", () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "ja-JP" });
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${server.url}/playground`);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const folder = join(tmpdir(), "enishi-screenshots");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${task.name.replace(/\W+/g, "-")}.png`);
    await page.screenshot({ path, fullPage: true });
    console.error(`What was on the screen: ${path}\nWhat the server printed:\n${server.printed()}`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  const slack = () => page.locator("#pane-slack");
  const lastMessage = () => slack().locator(".message").last();

  async function type(line: string): Promise<void> {
    await page.fill("#line", line);
    await page.press("#line", "Enter");
    await expectText(slack().locator(".typed").last(), line.replace(/^\/crm\s*/, ""));
  }

  async function play(pane: string, person: string): Promise<void> {
    await page.selectOption(`[data-who="${pane}"]`, person);
  }

  it("says that it is for practice and that nothing leaves the machine", async () => {
    await expectText(page.locator("#practice-banner"), "練習用。外には何も送りません");
  });

  it("imports a sample ledger: recognised columns, a check with counts, a result for each row", async () => {
    const sheets = page.locator("#pane-sheets");

    await sheets.locator('[data-example="tokuisaki_daicho.csv"]').click();
    await expectText(sheets, "見出し 4 行目");
    await expectText(sheets, "CP932");
    const company = await sheets.locator("select[data-column='得意先名']").inputValue();
    await sheets.locator("[data-do=commit]").click();
    await sheets.locator("[data-do=undo]").waitFor();

    expect(company).toBe("company");
    expect(await sheets.locator(".mark-created").count()).toBeGreaterThan(20);
    await page.locator("[data-step=import].is-done").waitFor();
  });

  it("finds what was imported, and shows it to nobody but the one who asked", async () => {
    await type("/crm 検索 しらかば");

    await expectText(lastMessage(), "しらかば製作所");
    await expectText(lastMessage(), "あなただけに表示");
    await play("slack", "ito");
    await slack().locator(".quiet").waitFor();
    await play("slack", "sato");
    await expectText(lastMessage(), "しらかば製作所");
  });

  it("logs a call in one line, asks once which branch was meant, and says how it was read", async () => {
    await type("/crm 田中商事でんわ　来週火曜に見積");

    await lastMessage()
      .getByRole("button", { name: /大阪支店/ })
      .click();

    await expectText(lastMessage(), "田中商事 大阪支店");
    await expectText(lastMessage(), "約束");
    await expectText(lastMessage(), "見積提出");
    await lastMessage().getByRole("button", { name: "取消" }).waitFor();
    await page.locator("[data-step=command].is-done").waitFor();
  });

  it("can be worked by keyboard: ↑ brings back the last line, Esc closes a modal", async () => {
    await page.press("#line", "ArrowUp");
    const recalled = await page.inputValue("#line");
    await type("/crm 引き継ぎ 田中商事大阪");
    const modal = slack().locator(".modal");
    await modal.locator(":focus").waitFor();
    await page.keyboard.press("Escape");
    await modal.waitFor({ state: "detached" });

    expect(recalled).toBe("/crm 田中商事でんわ　来週火曜に見積");
    expect(await page.evaluate("document.activeElement?.id")).toBe("line");
  });

  it("asks for a successor, and tells them with a brief made from the record", async () => {
    await type("/crm 引き継ぎ 田中商事大阪");
    const modal = slack().locator(".modal");

    await modal.locator("select").selectOption({ label: "鈴木 健" });
    await modal.locator("button[type=submit]").click();
    await modal.waitFor({ state: "detached" });
    await play("slack", "suzuki-ken");
    await slack().locator(".channel-dm").click();

    await expectText(lastMessage(), "田中商事 大阪支店");
    await expectText(lastMessage(), "見積提出");
  });

  it("changes the owner only when the successor accepts", async () => {
    const ownerBefore = await ownerOf("kimura@tanaka-shoji.example.jp");

    await lastMessage().getByRole("button", { name: "受け取る" }).click();
    await lastMessage().getByRole("button", { name: "受け取る" }).waitFor({ state: "detached" });

    await expect.poll(() => ownerOf("kimura@tanaka-shoji.example.jp"), { timeout: 20_000 }).toBe("鈴木 健");
    expect(ownerBefore).toBe("佐藤 大輔");
  });

  it("shows beside a mail who writes, whose customer it is, what is due and what has happened", async () => {
    const card = page.locator("#card");

    await page
      .locator("#inbox")
      .getByRole("button", { name: /木村 誠/ })
      .click();

    for (const text of [
      "田中商事 大阪支店",
      "木村 誠",
      "鈴木 健",
      "見積提出",
      "引き継ぎ",
      "押すまで何も保存しません",
    ]) {
      await expectText(card, text);
    }
    await page.locator("[data-step=mail].is-done").waitFor();
  });

  it("logs the mail when the button is pressed", async () => {
    await page.locator("#card").getByRole("button", { name: "このメールを記録" }).click();

    await expectText(page.locator("#card"), "お見積の件");
  });

  it("offers an unknown sender of a known company as a contact there, and a free-mail address as nobody's", async () => {
    const inbox = page.locator("#inbox");
    const card = page.locator("#card");
    await page.locator("#mail [data-back]").click();

    await inbox.getByRole("button", { name: /武田 沙織/ }).click();
    await expectText(card, "丸八金属");
    await page.locator("#mail [data-back]").click();
    await inbox.getByRole("button", { name: /林 太一/ }).click();
    await expectText(card, "hayashi.works@gmail.com");

    expect(await card.textContent()).not.toContain("丸八金属");
  });

  it("tells the same facts by the API, and keeps who changed what in the audit trail", async () => {
    const profile = await api(`/v1/customers?q=${encodeURIComponent("田中商事 大阪")}`);
    const { items } = await api("/v1/audit?limit=200");
    const operations = items.map((entry) => `${entry.surface} ${entry.operation}`);

    expect(profile.items[0]!.ownerNames).toContain("鈴木 健");
    expect(operations).toEqual(
      expect.arrayContaining(["slack lines.record", "slack ownership.accept", "gmail history.log"]),
    );
  });

  it("asks about what a list could not decide, side by side, and merges on one answer", async () => {
    const sheets = page.locator("#pane-sheets");
    await paste("株式会社山川精機\t045-111-2222\t神奈川県横浜市中区本町1-1");
    await paste("有限会社山川精機\t045-111-2222\t神奈川県横浜市中区本町1-1");

    const pair = sheets.locator(".pair");
    await expectText(pair, "法人格が違う");
    await pair.locator("[data-answer=same]").click();
    await pair.waitFor({ state: "detached" });

    const found = await api(`/v1/customers?q=${encodeURIComponent("山川精機")}`);
    expect(found.items).toHaveLength(1);
  });

  it("keeps a column as a person corrects it, and takes a list back as a whole", async () => {
    const sheets = page.locator("#pane-sheets");
    await paste("株式会社取消商店\t045-111-3333\t神奈川県横浜市中区本町9-9", async () => {
      await sheets.locator("select[data-column='電話番号']").selectOption("fax");
      await expectText(page.locator("body"), "列の読み方を直しました");
      expect(await sheets.locator("select[data-column='電話番号']").inputValue()).toBe("fax");
    });

    await sheets.locator("[data-do=undo]").click();
    await page.click("#ask-yes");
    await expectText(sheets, "取り消す");
    await sheets.locator(".stamp-undone").waitFor();

    expect((await api(`/v1/customers?q=${encodeURIComponent("取消商店")}`)).items).toEqual([]);
  });

  it("shows one pane at a time on a narrow screen, by tabs, with nothing to scroll sideways", async () => {
    await page.setViewportSize({ width: 390, height: 844 });

    await page.getByRole("tab", { name: "Sheets" }).click();
    const visible = await page
      .locator(".pane:visible")
      .evaluateAll((panes) => panes.map((pane) => (pane as unknown as { id: string }).id));
    const wider = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    await page.setViewportSize({ width: 1440, height: 900 });

    expect(visible).toEqual(["pane-sheets"]);
    expect(wider).toBe(false);
    await page.locator("#practice-banner").waitFor();
  });

  it("begins anew at the press of one button", async () => {
    await page.click("#reset");
    await page.click("#ask-yes");

    await expect.poll(() => ownerOf("kimura@tanaka-shoji.example.jp"), { timeout: 60_000 }).toBe("佐藤 大輔");
    expect((await api(`/v1/customers?q=${encodeURIComponent("しらかば")}`)).items).toEqual([]);
  });

  it("met no error on the page, and ends cleanly when it is told to", async () => {
    const code = await server.stop();

    expect(faults).toEqual([]);
    expect(code).toBe(0);
    expect(server.printed()).toContain("データベースを閉じて終了しました");
  });

  /** Pastes a list of one row, with what is asked once for a list, and imports it. */
  async function paste(row: string, before = async () => {}): Promise<void> {
    const sheets = page.locator("#pane-sheets");
    const another = sheets.locator("[data-do=another]");
    if (await another.isVisible()) await another.click();
    await sheets.getByText("表を貼り付ける").first().click();
    await page.fill("#sheet-paste", `会社名\t電話番号\t住所\n${row}\n`);
    await sheets.getByText("貼り付けた表を開く").click();
    await sheets.locator("[data-asked=purpose]").waitFor();
    await before();
    await sheets.locator("[data-asked=purpose]").fill("納品のご連絡");
    await sheets.locator("[data-do=commit]").click();
    await sheets.locator("[data-do=undo]").waitFor();
  }

  let token = "";
  async function api(path: string): Promise<{ items: Record<string, unknown>[] }> {
    const ask = () => fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    let answer = await ask();
    // The first call has none, and starting over takes it away.
    if (answer.status === 401) {
      const made = await server.run("token", "create", "--member", "mori@renshu.example.jp", "--json");
      token = JSON.parse(made).token;
      answer = await ask();
    }
    return (await answer.json()) as { items: Record<string, unknown>[] };
  }

  async function ownerOf(email: string): Promise<string | undefined> {
    const { items } = await api(`/v1/customers?q=${encodeURIComponent(email)}`);
    return (items[0]?.ownerNames as string[] | undefined)?.[0];
  }
});

async function expectText(locator: Locator, text: string): Promise<void> {
  await locator.filter({ hasText: text }).first().waitFor();
}
