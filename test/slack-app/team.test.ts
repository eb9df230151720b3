import { afterEach, describe, expect, it } from "vitest";
import { bindSlackTeam } from "../../core/index.ts";
import { TEAM } from "../../playground/slack-front/index.ts";
import { commandBody, slackRequest } from "../support/slack.ts";
import { openSlackHouse, SECRET, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;

afterEach(() => house.close());

async function boundTeam(): Promise<string | null> {
  const [row] = await house.enishi.database.query<{ teamId: string | null }>(
    `select slack_team_id as "teamId" from workspace where id = $1`,
    [house.enishi.workspaceId],
  );
  return row!.teamId;
}

describe("the Slack team of a workspace", () => {
  it("is that of the static token from the first delivery on, with an audit row, and is noted once", async () => {
    house = await openSlackHouse();
    await house.crm(house.users.sato!, "検索 北陸");
    await house.crm(house.users.sato!, "検索 北陸");

    const noted = await house.enishi.database.query(
      "select after from audit_entry where operation = 'workspaces.bindSlackTeam'",
    );
    expect(await boundTeam()).toBe(TEAM.id);
    expect(noted).toEqual([{ after: { slackTeamId: TEAM.id } }]);
  });

  it("is noted with the first delivery when Slack could not be asked at the start", async () => {
    house = await openSlackHouse({
      beforeStart: (front) => front.faults.next("auth.test", { kind: "status", status: 503 }),
    });
    const [answer] = await house.crm(house.users.sato!, "検索 北陸");

    expect(textOf(answer!)).toContain("北陸物産");
    expect(await boundTeam()).toBe(TEAM.id);
  });

  it("keeps out people of another team, even with a right signature: they are told, and see and write nothing", async () => {
    house = await openSlackHouse();
    const form = new URLSearchParams(
      commandBody({
        userId: house.users.sato!,
        text: "電話 北陸物産 よその会社から",
        channelId: house.channelId,
        responseUrl: `${house.front.apiUrl.replace("/api/", "")}/response/T0ANOTHER/none`,
      }),
    );
    form.set("team_id", "T0ANOTHER");
    const now = Math.floor(house.enishi.clock.now().getTime() / 1000);
    const answer = await fetch(`${house.url}/slack/events`, slackRequest(SECRET, form.toString(), now));
    await house.done();

    const told = house.front.requests.filter(({ method }) => method === "response_url");
    expect(answer.status).toBe(200);
    expect(told.map(({ args }) => args.text)).toEqual([
      expect.stringContaining("まだ Enishi とつながっていません"),
    ]);
    expect(await house.enishi.database.query("select 1 from line")).toEqual([]);
    expect(await boundTeam()).not.toBe("T0ANOTHER");
  });

  it("is never changed by the token of another team", async () => {
    house = await openSlackHouse({ boundTo: "T0FIRST" });
    const [answer] = await house.crm(house.users.sato!, "検索 北陸");

    expect(textOf(answer!)).toContain("まだ Enishi とつながっていません");
    expect(await boundTeam()).toBe("T0FIRST");
    await expect(
      house.enishi.perform(bindSlackTeam, { teamId: TEAM.id }, house.enishi.operator),
    ).rejects.toMatchObject({ code: "slack_team_bound" });
  });
});
