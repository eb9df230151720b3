// Types slash commands at a steady rate, whether or not the earlier ones are answered, and says how long each waited for
// its acknowledgement. In a process of its own, so that neither its work nor the pretend Slack's is in the figures of the
// other. The argument is its task as JSON; what it found is printed as JSON.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { commandBody, slackRequest } from "../support/slack.ts";

export interface SlackTask {
  url: string;
  secret: string;
  perSecond: number;
  seconds: number;
  userIds: string[];
  channelId: string;
  texts: string[];
  /** How long to wait for the answers after the last command, in seconds. */
  patience: number;
}

export interface SlackFindings {
  /** Milliseconds until each acknowledgement, in the order of sending. */
  acknowledged: number[];
  refused: number;
  /** Commands that were answered at their response address. */
  answered: number;
  /** Seconds from the last command to the last answer. */
  lastAnswerAfter: number;
}

const task = JSON.parse(process.argv[2]!) as SlackTask;
const answered = new Set<string>();
let lastAnswer = performance.now();
const sink = createServer((request, response) => {
  request.resume().on("end", () => {
    answered.add(request.url ?? "");
    lastAnswer = performance.now();
    response.end("ok");
  });
});
await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
const { port } = sink.address() as AddressInfo;

const count = task.perSecond * task.seconds;
const acknowledged: number[] = [];
let refused = 0;
const began = performance.now();
const sent: Promise<void>[] = [];
for (let n = 0; n < count; n++) {
  const due = began + (n * 1_000) / task.perSecond;
  if (due > performance.now()) await wait(due - performance.now());
  sent.push(send(n));
}
await Promise.all(sent);
const ended = performance.now();
while (answered.size < count && performance.now() - ended < task.patience * 1_000) await wait(100);
sink.close();
sink.closeAllConnections();
const findings: SlackFindings = {
  acknowledged,
  refused,
  answered: answered.size,
  lastAnswerAfter: Math.max(0, lastAnswer - ended) / 1_000,
};
process.stdout.write(JSON.stringify(findings));

async function send(n: number): Promise<void> {
  const body = commandBody({
    userId: task.userIds[n % task.userIds.length]!,
    channelId: task.channelId,
    text: task.texts[n % task.texts.length]!,
    triggerId: `${process.pid}.${n}.${began}`,
    responseUrl: `http://127.0.0.1:${port}/response/${n}`,
  });
  const at = performance.now();
  const answer = await fetch(task.url, slackRequest(task.secret, body));
  await answer.arrayBuffer();
  acknowledged[n] = performance.now() - at;
  if (answer.status !== 200) refused++;
}
