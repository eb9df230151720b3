import { expect, it } from "vitest";
import { z } from "zod";
import { compose } from "../../core/kernel/settings.ts";

const address = z.string().url("settings.url").regex(/\/$/, "ends in a slash");

it("tells every fault of the environment at once, one for each variable", async () => {
  const plugin = { name: "shop", settings: z.object({ SHOP_URL: address }) } as never;
  const env = { PORT: "70000", PUBLIC_URL: "nonsense", LOG_LEVEL: "info", SHOP_URL: "neither" };

  const fault = await compose(env, "/", () => [plugin], "en").then(
    () => null,
    (error) => error,
  );

  expect(fault).toMatchObject({ code: "settings_invalid" });
  expect(fault.params.faults.split("\n").map((line: string) => line.trim())).toEqual([
    "PORT: must be an integer from 0 to 65535 (it is: 70000)",
    "PUBLIC_URL: must be a URL (it is: nonsense)",
    "SHOP_URL: must be a URL (it is: neither)",
  ]);
});
