import { type Answer, localDay, type ProfileSection } from "../../index.ts";
import { cautionRecord } from "./mark.ts";

/** What stands on top of the profile until somebody resolves it. */
export const section: ProfileSection = {
  name: "caution.pinned",
  load: async ({ customerId, host, call }): Promise<Answer | null> => {
    const records = await host.records(call.workspaceId).ofCustomer(customerId);
    const pinned = records.flatMap(({ value }) => cautionRecord.safeParse(value).data ?? []);
    if (pinned.length === 0) return null;
    const { timeZone } = await host.workspace(call.workspaceId);
    const text = (key: string, params = {}) => host.text(call.locale, key, params);
    return {
      title: text("caution.title"),
      rows: pinned.map((caution) => ({
        label: text("caution.by", {
          name: caution.markedByName,
          date: localDay(new Date(caution.markedAt), timeZone),
        }),
        value: caution.text,
        tone: "warning",
      })),
      actions: pinned.map((caution) => ({
        label: text("caution.resolve"),
        operation: "caution.resolve",
        input: { key: caution.historyId },
        confirm: text("caution.resolve_confirm"),
      })),
    };
  },
};
