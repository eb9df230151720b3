/** One line for a person, or with --json one JSON object for a program. */
export function print(json: boolean | undefined, object: object, sentence: string): void {
  process.stdout.write(`${json ? JSON.stringify(object) : sentence}\n`);
}
