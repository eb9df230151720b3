import { createCustomer } from "../../core/customers/index.ts";
import type { TestEnishi } from "../support/enishi.ts";
import { owns } from "../support/rows.ts";

/** The people and customers of the example lines, in a database. */
export async function aLedger(enishi: TestEnishi) {
  const sato = await enishi.member("佐藤", "member", { slackUserId: "U0SATO" });
  const ito = await enishi.member("伊藤");
  const suzukiKen = await enishi.member("鈴木健");
  const suzukiShin = await enishi.member("鈴木真");
  const boss = await enishi.member("山本", "manager");
  const make = async (
    input: Parameters<typeof enishi.perform<typeof createCustomer.input, typeof createCustomer.output>>[1],
  ) => (await enishi.perform(createCustomer, input, enishi.as(sato))).customerId;
  const company = (name: string, nameKana?: string) => make({ kind: "company", name, nameKana });
  const tanaka = await company("田中商事", "たなかしょうじ");
  const honsha = await make({ kind: "site", name: "田中商事 本社", parentId: tanaka });
  const osaka = await make({ kind: "site", name: "田中商事 大阪支店", parentId: tanaka });
  const kimura = await make({
    kind: "person",
    name: "木村",
    parentId: osaka,
    title: "課長",
    department: "購買",
  });
  const maruhachi = await company("丸八金属", "まるはちきんぞく");
  const yamada = await make({ kind: "person", name: "山田", parentId: maruhachi, title: "部長" });
  const sanwaDenki = await company("三和電機工業", "さんわでんきこうぎょう");
  const sanwa = await company("㈱サンワ", "さんわ");
  const hokuriku = await company("北陸物産", "ほくりくぶっさん");
  const minato = await company("みなと食品", "みなとしょくひん");
  const kobayashi = await make({ kind: "person", name: "小林", parentId: minato });
  for (const customerId of [maruhachi, hokuriku]) await owns(enishi, sato, customerId);
  return {
    sato,
    ito,
    suzukiKen,
    suzukiShin,
    boss,
    tanaka,
    honsha,
    osaka,
    kimura,
    maruhachi,
    yamada,
    sanwaDenki,
    sanwa,
    hokuriku,
    minato,
    kobayashi,
  };
}
