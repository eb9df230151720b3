import { createApi } from "../../../core/api/index.ts";
import { createCustomer, type Plugin } from "../../../core/index.ts";
import type { Card } from "../../../workspace-addon/cards/index.ts";
import { workspaceAddon } from "../../../workspace-addon/index.ts";
import type { Patience } from "../../../workspace-addon/routes/entrance.ts";
import { settings } from "../../../workspace-addon/settings.ts";
import { createTestEnishi } from "../../support/enishi.ts";
import { presses } from "./cards.ts";
import { audience, createGoogle, domain, type FakeMail } from "./google.ts";

export interface Answered {
  status: number;
  body: Record<string, unknown>;
  /** The card that is shown, whichever way. */
  card: Card;
  told: string | null;
  shown: "push" | "update" | "back" | "nothing";
  stateChanged: boolean | null;
}

/** The add-on on a real database beside a Google of this machine, called as Google or the Apps Script project calls it. */
export async function createAddon(
  options: { plugins?: readonly Plugin[]; patience?: Patience; env?: Record<string, string> } = {},
) {
  const google = await createGoogle();
  const parsed = settings.parse({
    GOOGLE_OIDC_AUDIENCES: audience,
    GOOGLE_JWKS_URL: google.jwksUrl,
    GOOGLE_HOSTED_DOMAINS: domain,
    GOOGLE_API_URL: google.url,
    ...options.env,
  });
  const enishi = await createTestEnishi({
    plugins: [workspaceAddon(options.patience), ...(options.plugins ?? [])],
    settings: { "workspace-addon": parsed },
  });
  const app = createApi(enishi.core, { publicUrl: "https://enishi.example.jp", callsPerMinute: 1_000 });

  async function post(path: string, event: object, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await app.request(`/addon${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(event),
    });
    return answeredOf(response.status, (await response.json()) as Record<string, unknown>);
  }

  /** The event of the mail on the screen, with the person's token. */
  async function event(
    more: {
      mail?: string;
      parameters?: Record<string, string>;
      inputs?: Record<string, string[]>;
      claims?: Record<string, unknown>;
      locale?: string;
      host?: string;
    } = {},
  ) {
    const formInputs = Object.fromEntries(
      Object.entries(more.inputs ?? {}).map(([name, value]) => [name, { stringInputs: { value } }]),
    );
    return {
      commonEventObject: {
        userLocale: more.locale ?? "ja",
        hostApp: more.host ?? "GMAIL",
        platform: "WEB",
        parameters: more.parameters ?? {},
        formInputs,
      },
      authorizationEventObject: {
        userOAuthToken: "ya29.user",
        userIdToken: await google.token(more.claims),
        systemIdToken: "system",
      },
      ...(more.mail && {
        gmail: { messageId: more.mail, threadId: `t-${more.mail}`, accessToken: "message-token" },
      }),
    };
  }

  return {
    google,
    enishi,
    app,
    post,
    event,
    open: async (mail: string, more: Parameters<typeof event>[0] = {}) =>
      post("/gmail/message", await event({ ...more, mail })),
    /** Presses a button of a card, the mail still on the screen. */
    press: async (card: Card, label: string, more: Parameters<typeof event>[0] = {}) => {
      const parameters = presses(card)[label];
      if (!parameters) throw new Error(`the card has no ${label}: ${Object.keys(presses(card)).join(", ")}`);
      return post("/action", await event({ ...more, parameters }));
    },
    /** 田中商事 with 木村, owned by whoever is given. */
    tanaka: async (ownerId: string, mail = "kimura@tanaka.example.com") => {
      const call = enishi.as(ownerId);
      const { customerId: companyId } = await enishi.perform(
        createCustomer,
        { kind: "company", name: "田中商事株式会社", ownerId, prefecture: "東京都" },
        call,
      );
      const { customerId: personId } = await enishi.perform(
        createCustomer,
        {
          kind: "person",
          name: "木村 一郎",
          parentId: companyId,
          title: "課長",
          honorific: "様",
          contactPoints: [{ kind: "mail", value: mail }],
        },
        call,
      );
      return { companyId, personId };
    },
    close: async () => {
      await enishi.close();
      await google.close();
    },
  };
}

export function aMail(
  id: string,
  from: string,
  more: Partial<FakeMail> & { to?: string; cc?: string; subject?: string } = {},
): FakeMail {
  const { to = `佐藤 花子 <sato@${domain}>`, cc, subject = "見積のお願い", ...rest } = more;
  return {
    id,
    headers: {
      From: from,
      To: to,
      ...(cc && { Cc: cc }),
      Subject: subject,
      Date: "Sat, 21 Nov 2026 17:00:00 +0900",
      "Message-ID": `<${id}@mail.example.com>`,
    },
    ...rest,
  };
}

function answeredOf(status: number, body: Record<string, unknown>): Answered {
  const rendered = (body.renderActions ?? body) as {
    action?: { navigations?: Record<string, unknown>[]; notification?: { text: string } };
  };
  const [navigation] = rendered.action?.navigations ?? [];
  const card = (navigation?.pushCard ?? navigation?.updateCard) as Card;
  const shown = navigation?.pushCard
    ? "push"
    : navigation?.updateCard
      ? "update"
      : navigation?.pop
        ? "back"
        : "nothing";
  return {
    status,
    body,
    card,
    told: rendered.action?.notification?.text ?? null,
    shown,
    stateChanged: (body.stateChanged as boolean | undefined) ?? null,
  };
}
