import { expect, it } from "vitest";
import { Slots } from "../../slack-app/slots.ts";

/** Work that ends when it is told to. */
function heldWork() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => async () => {
    begun.push(n);
    await new Promise<void>((resolve) => {
      ends[n] = resolve;
    });
    return n;
  };
  return { begun, ends, work };
}

it("begins no more than there are slots, and the others in the order in which they came", async () => {
  const { begun, ends, work } = heldWork();
  const slots = new Slots(2);
  const all = [0, 1, 2, 3].map((n) => slots.use(work(n)));
  expect(begun).toEqual([0, 1]);
  ends[1]!();
  expect(await all[1]).toBe(1);
  expect(begun).toEqual([0, 1, 2]);
  ends[0]!();
  await all[0];
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const n of [2, 3]) ends[n]!();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

it("gives the slot of work that failed to the next", async () => {
  const slots = new Slots(1);
  const failed = slots.use(async () => {
    throw new Error("broken");
  });
  const next = slots.use(async () => "done");
  await expect(failed).rejects.toThrow("broken");
  expect(await next).toBe("done");
  expect(await slots.use(async () => "again")).toBe("again");
});
